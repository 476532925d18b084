package dev.outwork.api.history;

import dev.outwork.api.SortKey;

/** Sort keys of the list of evaluated decisions. */
public enum HistoricDecisionInstanceSort implements SortKey {
  EVALUATION_TIME("evaluationTime"),
  TENANT_ID("tenantId");

  private final String parameter;

  HistoricDecisionInstanceSort(String parameter) {
    this.parameter = parameter;
  }

  @Override
  public String parameter() {
    return parameter;
  }
}
