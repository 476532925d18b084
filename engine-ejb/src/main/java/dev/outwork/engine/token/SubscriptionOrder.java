package dev.outwork.engine.token;

/**
 * A token listens for something.
 *
 * @param activityInstanceId the activity or process instance that listens
 * @param activityId the event at which it would happen
 * @param eventName null for a condition
 */
public record SubscriptionOrder(
    String activityInstanceId, String activityId, Type type, String eventName) {
  /**
   * What can be listened for, as the wire names it in lower case (docs/rest-api.md, "Event
   * subscriptions").
   */
  public enum Type {
    MESSAGE,
    SIGNAL,
    CONDITIONAL,
    COMPENSATE
  }
}
