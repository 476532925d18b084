package dev.outwork.engine.batch;

import dev.outwork.api.ListQuery;
import dev.outwork.api.batch.BatchFilter;
import dev.outwork.api.batch.BatchSort;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Listing;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.List;

/** The list of unfinished batches (docs/rest-api.md, "Batches"). */
final class BatchList extends Listing<BatchEntity, BatchFilter, BatchSort> {
  BatchList(EntityManager entityManager, ListQuery<BatchFilter, BatchSort> query) {
    super(entityManager, BatchEntity.class, query);
  }

  @Override
  protected List<Predicate> always(Conditions<BatchEntity> where) {
    return List.of(where.isNull("endedAt"));
  }

  @Override
  protected Predicate condition(BatchFilter filter, Object value, Conditions<BatchEntity> where) {
    return switch (filter) {
      case BATCH_ID -> where.is("id", value);
      case TYPE -> where.is("type", value);
      case TENANT_ID_IN -> where.build().disjunction();
      case CREATED_BY -> where.is("createdBy", value);
      case WITHOUT_TENANT_ID -> where.build().conjunction();
      case SUSPENDED -> where.is("suspended", true);
      case ACTIVE -> where.is("suspended", false);
      case STARTED_BEFORE -> where.before("createdAt", value);
      case STARTED_AFTER -> where.after("createdAt", value);
      case WITH_FAILURES -> hasFailures(where);
      case WITHOUT_FAILURES -> where.build().not(hasFailures(where));
    };
  }

  private static Predicate hasFailures(Conditions<BatchEntity> where) {
    return where.exists(
        BatchElementEntity.class,
        "id",
        (element, id) ->
            List.of(
                element.build().equal(element.root().get("batchId"), id),
                element.is("state", BatchElementState.FAILED)));
  }

  @Override
  protected Expression<?> sortedBy(BatchSort key, Conditions<BatchEntity> where) {
    return where
        .root()
        .get(
            switch (key) {
              case ID, TENANT_ID -> "id";
              case START_TIME -> "createdAt";
            });
  }
}
