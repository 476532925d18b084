package dev.outwork.api.task;

import dev.outwork.api.Filter;

/** Filters of the list of saved filters (docs/rest-api.md, "Saved filters"). */
public enum SavedFilterFilter implements Filter {
  FILTER_ID("filterId"),
  /** All saved filters are of the type {@code Task}. */
  RESOURCE_TYPE("resourceType"),
  NAME("name"),
  NAME_LIKE("nameLike"),
  OWNER("owner");

  private final String parameter;

  SavedFilterFilter(String parameter) {
    this.parameter = parameter;
  }

  @Override
  public String parameter() {
    return parameter;
  }

  @Override
  public Kind kind() {
    return Kind.STRING;
  }
}
