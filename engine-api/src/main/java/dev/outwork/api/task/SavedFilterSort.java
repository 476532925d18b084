package dev.outwork.api.task;

import dev.outwork.api.SortKey;

/** Sort keys of the list of saved filters (docs/rest-api.md, "Saved filters"). */
public enum SavedFilterSort implements SortKey {
  ID("filterId"),
  /** All are of one type: the list is sorted by id. */
  RESOURCE_TYPE("resourceType"),
  NAME("name"),
  OWNER("owner");

  private final String parameter;

  SavedFilterSort(String parameter) {
    this.parameter = parameter;
  }

  @Override
  public String parameter() {
    return parameter;
  }
}
