package dev.outwork.engine.usertask;

import dev.outwork.api.task.SavedFilter;
import dev.outwork.api.task.SavedFilterDetails;
import dev.outwork.engine.database.Insert;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Saved filters in the database. */
@Collaborator
@Dependent
public class SavedFilterStore {
  private static final Insert<SavedFilter> INSERT =
      Insert.<SavedFilter>into("saved_filter")
          .column("id", SavedFilter::id)
          .column("name", filter -> filter.details().name())
          .column("owner", filter -> filter.details().owner())
          .column("query", filter -> filter.details().query())
          .column("properties", filter -> filter.details().properties());

  // Two changes of one filter follow each other.
  private static final Statement HOLD =
      Statement.of(
          """
          select f.id,
                 f.name,
                 f.owner,
                 f.query,
                 f.properties
            from saved_filter f
           where f.id = :id
             for update
          """);

  private static final Statement SAVE =
      Statement.of(
          """
          update saved_filter
             set name = :name,
                 owner = :owner,
                 query = :query,
                 properties = :properties
           where id = :id
          """);

  private static final Statement DELETE =
      Statement.of(
          """
          delete from saved_filter
           where id = :id
          """);

  private final Sql sql;

  @Inject
  SavedFilterStore(Sql sql) {
    this.sql = sql;
  }

  void insert(SavedFilter filter) {
    sql.insert(INSERT, List.of(filter));
  }

  /** Locks a filter. */
  Optional<SavedFilter> hold(String id) {
    return sql.row(HOLD.with("id", id), SavedFilterStore::filter);
  }

  void save(SavedFilter filter) {
    SavedFilterDetails details = filter.details();
    sql.update(
        SAVE.with("id", filter.id())
            .with("name", details.name())
            .with("owner", details.owner())
            .with("query", details.query())
            .with("properties", details.properties()));
  }

  void delete(String id) {
    sql.update(DELETE.with("id", id));
  }

  private static SavedFilter filter(Row row) {
    return new SavedFilter(
        row.text("id"),
        new SavedFilterDetails(
            row.text("name"), row.text("owner"), row.text("query"), row.text("properties")));
  }
}
