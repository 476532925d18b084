package dev.outwork.api.batch;

import dev.outwork.api.SortKey;

/** What running and ended batches can be sorted by (docs/rest-api.md, "Historic batches"). */
public enum HistoricBatchSort implements SortKey {
  ID("batchId"),
  START_TIME("startTime"),
  END_TIME("endTime"),
  /** No batch belongs to a tenant: they are sorted as by their ids. */
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
