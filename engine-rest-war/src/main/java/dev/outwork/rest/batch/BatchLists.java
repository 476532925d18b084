package dev.outwork.rest.batch;

import dev.outwork.api.ListQuery;
import dev.outwork.api.batch.BatchFilter;
import dev.outwork.api.batch.BatchSort;
import dev.outwork.api.batch.HistoricBatchFilter;
import dev.outwork.api.batch.HistoricBatchSort;
import dev.outwork.rest.query.ListQueryReader;
import dev.outwork.rest.query.ListVocabulary;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Set;

/**
 * The vocabulary of the lists of batches. Unlike elsewhere, two flags also filter if they are false
 * (docs/rest-api.md, "Historic batches" and "Batches").
 */
final class BatchLists {
  private static final ListQueryReader<BatchFilter, BatchSort> READER =
      new ListQueryReader<>(new ListVocabulary<>(BatchFilter.class, BatchSort.class, Set.of()));

  private static final ListQueryReader<HistoricBatchFilter, HistoricBatchSort> HISTORIC =
      new ListQueryReader<>(
          new ListVocabulary<>(HistoricBatchFilter.class, HistoricBatchSort.class, Set.of()));

  private BatchLists() {}

  static ListQuery<BatchFilter, BatchSort> read(MultivaluedMap<String, String> parameters) {
    ListQuery<BatchFilter, BatchSort> query = READER.read(parameters);
    return isFalse("suspended", parameters) ? query.with(BatchFilter.ACTIVE, true) : query;
  }

  static ListQuery<HistoricBatchFilter, HistoricBatchSort> readHistoric(
      MultivaluedMap<String, String> parameters) {
    ListQuery<HistoricBatchFilter, HistoricBatchSort> query = HISTORIC.read(parameters);
    return isFalse("completed", parameters) ? query.with(HistoricBatchFilter.RUNNING, true) : query;
  }

  private static boolean isFalse(String flag, MultivaluedMap<String, String> parameters) {
    return "false".equals(parameters.getFirst(flag));
  }
}
