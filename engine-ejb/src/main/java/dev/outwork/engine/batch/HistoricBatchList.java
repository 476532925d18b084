package dev.outwork.engine.batch;

import dev.outwork.api.ListQuery;
import dev.outwork.api.batch.HistoricBatchFilter;
import dev.outwork.api.batch.HistoricBatchSort;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Listing;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;

/** The list of running and ended batches (docs/rest-api.md, "Historic batches"). */
final class HistoricBatchList extends Listing<BatchEntity, HistoricBatchFilter, HistoricBatchSort> {
  HistoricBatchList(
      EntityManager entityManager, ListQuery<HistoricBatchFilter, HistoricBatchSort> query) {
    super(entityManager, BatchEntity.class, query);
  }

  @Override
  protected Predicate condition(
      HistoricBatchFilter filter, Object value, Conditions<BatchEntity> where) {
    return switch (filter) {
      case BATCH_ID -> where.is("id", value);
      case TYPE -> where.is("type", value);
      case COMPLETED -> where.isNotNull("endedAt");
      case RUNNING -> where.isNull("endedAt");
      case TENANT_ID_IN -> where.build().disjunction();
      case WITHOUT_TENANT_ID -> where.build().conjunction();
    };
  }

  @Override
  protected Expression<?> sortedBy(HistoricBatchSort key, Conditions<BatchEntity> where) {
    return where
        .root()
        .get(
            switch (key) {
              case ID, TENANT_ID -> "id";
              case START_TIME -> "createdAt";
              case END_TIME -> "endedAt";
            });
  }
}
