package dev.outwork.api.batch;

import dev.outwork.api.SortKey;

/** Sort keys of the list of batches (docs/rest-api.md, "Batches"). */
public enum BatchSort implements SortKey {
  ID("batchId"),
  /** Batches have no tenant: the list is sorted by id. */
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
