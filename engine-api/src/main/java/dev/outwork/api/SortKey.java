package dev.outwork.api;

/** What a list can be sorted by. Implemented by one enum for each kind of list. */
public interface SortKey {
  /** The value of {@code sortBy} on the wire. */
  String parameter();
}
