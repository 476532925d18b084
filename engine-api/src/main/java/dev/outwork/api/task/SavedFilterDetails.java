package dev.outwork.api.task;

/**
 * What users can change in a saved filter.
 *
 * @param name not empty
 * @param owner a name that the engine does not check; may be null
 * @param query a JSON object: the body of a query for tasks, in which attributes can be expressions
 * @param properties a JSON object that belongs to task lists; may be null
 */
public record SavedFilterDetails(String name, String owner, String query, String properties) {}
