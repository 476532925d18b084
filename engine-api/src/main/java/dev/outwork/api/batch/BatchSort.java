package dev.outwork.api.batch;

import dev.outwork.api.SortKey;

/** What batches can be sorted by (docs/rest-api.md, "Batches"). */
public enum BatchSort implements SortKey {
  ID("batchId"),
  /** No batch belongs to a tenant: they are sorted as by their ids. */
  TENANT_ID("tenantId"),
  START_TIME("startTime");

  private final String parameter;

  BatchSort(String parameter) {
    this.parameter = parameter;
  }

  @Override
  public String parameter() {
    return parameter;
  }
}
