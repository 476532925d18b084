package dev.outwork.api;

/** A sort key of a list. Each kind of list has one enum of sort keys. */
public interface SortKey {
  /** The value of {@code sortBy} in the REST API. */
  String parameter();
}
