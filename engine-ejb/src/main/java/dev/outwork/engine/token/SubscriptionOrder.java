package dev.outwork.engine.token;

/**
 * A subscription to an event.
 *
 * @param activityInstanceId the activity or process instance that waits
 * @param activityId the event
 * @param eventName null for a condition
 */
public record SubscriptionOrder(
    String activityInstanceId, String activityId, Type type, String eventName) {
  /**
   * The types of subscriptions; the REST API uses them in lower case (docs/rest-api.md, "Event
   * subscriptions").
   */
  public enum Type {
    MESSAGE,
    SIGNAL,
    CONDITIONAL,
    COMPENSATE
  }
}
