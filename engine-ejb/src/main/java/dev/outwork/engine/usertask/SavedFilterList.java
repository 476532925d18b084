package dev.outwork.engine.usertask;

import dev.outwork.api.ListQuery;
import dev.outwork.api.task.SavedFilterFilter;
import dev.outwork.api.task.SavedFilterSort;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Listing;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;

/** The list of saved filters (docs/rest-api.md, "Saved filters"). */
final class SavedFilterList extends Listing<SavedFilterEntity, SavedFilterFilter, SavedFilterSort> {
  private static final String TASK = "Task";

  SavedFilterList(
      EntityManager entityManager, ListQuery<SavedFilterFilter, SavedFilterSort> query) {
    super(entityManager, SavedFilterEntity.class, query);
  }

  @Override
  protected Predicate condition(
      SavedFilterFilter filter, Object value, Conditions<SavedFilterEntity> where) {
    return switch (filter) {
      case FILTER_ID -> where.is("id", value);
      case RESOURCE_TYPE ->
          TASK.equals(value) ? where.build().conjunction() : where.build().disjunction();
      case NAME -> where.is("name", value);
      case NAME_LIKE -> where.like("name", value);
      case OWNER -> where.is("owner", value);
    };
  }

  @Override
  protected Expression<?> sortedBy(SavedFilterSort key, Conditions<SavedFilterEntity> where) {
    return where
        .root()
        .get(
            switch (key) {
              case ID, RESOURCE_TYPE -> "id";
              case NAME -> "name";
              case OWNER -> "owner";
            });
  }
}
