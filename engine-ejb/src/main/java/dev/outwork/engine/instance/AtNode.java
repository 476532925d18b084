package dev.outwork.engine.instance;

import dev.outwork.engine.database.Row;

/**
 * Where in its process a row is.
 *
 * @param executionId the activity or process instance that waits; null if it starts an instance
 * @param activityId the node, of an event the event itself; null if it concerns definitions
 */
public record AtNode(String executionId, String activityId) {
  public static final AtNode NONE = new AtNode(null, null);

  /** The columns of these names. */
  public static AtNode read(Row row) {
    return new AtNode(row.text("execution_id"), row.text("activity_id"));
  }
}
