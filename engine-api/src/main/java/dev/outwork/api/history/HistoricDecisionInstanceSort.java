package dev.outwork.api.history;

import dev.outwork.api.SortKey;

/** What decisions that were evaluated can be sorted by. */
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
