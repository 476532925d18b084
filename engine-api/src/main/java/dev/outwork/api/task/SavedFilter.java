package dev.outwork.api.task;

/**
 * A filter of tasks that is kept for task lists (docs/rest-api.md, "Saved filters").
 *
 * @param details what users can change
 */
public record SavedFilter(String id, SavedFilterDetails details) {}
