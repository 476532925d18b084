package dev.outwork.api.batch;

import dev.outwork.api.SortKey;

/** Sort keys of the list of running and ended batches (docs/rest-api.md, "Historic batches"). */
public enum HistoricBatchSort implements SortKey {
  ID("batchId"),
  START_TIME("startTime"),
  END_TIME("endTime"),
  /** Batches have no tenant: the list is sorted by id. */
  TENANT_ID("tenantId");

  private final String parameter;

  HistoricBatchSort(String parameter) {
    this.parameter = parameter;
  }

  @Override
  public String parameter() {
    return parameter;
  }
}
