package dev.outwork.engine.usertask;

import dev.outwork.api.task.SavedFilter;
import dev.outwork.api.task.SavedFilterDetails;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A saved filter, for lists; written by {@link SavedFilterStore}. */
@Entity
@Table(name = "saved_filter")
public class SavedFilterEntity {
  @Id private String id;
  private String name;
  private String owner;
  private String query;
  private String properties;

  protected SavedFilterEntity() {}

  SavedFilter toFilter() {
    return new SavedFilter(id, new SavedFilterDetails(name, owner, query, properties));
  }
}
