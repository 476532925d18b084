package dev.outwork.api.history;

import dev.outwork.api.SortKey;

/** The sort key of the operation log (docs/rest-api.md, "Operation log"). */
public enum UserOperationSort implements SortKey {
  TIMESTAMP("timestamp");

  private final String parameter;

  UserOperationSort(String parameter) {
    this.parameter = parameter;
  }

  @Override
  public String parameter() {
    return parameter;
  }
}
