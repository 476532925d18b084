package dev.outwork.comparison;

import dev.outwork.api.worker.ExternalTaskSubscription;
import dev.outwork.delegate.server.DelegateListener;

/** Serves the topics that {@link Delegates} have become. */
final class DelegateTopics {
  private static final String PACKAGE = "dev.outwork.comparison.Delegates$";

  private DelegateTopics() {}

  /** All of them, and the beans that they call. */
  static Class<?>[] beans() {
    return new Class<?>[] {
      Delegates.Cashier.class,
      Delegates.Till.class,
      OfGreeter.class,
      OfListener.class,
      OfFailing.class,
      OfCashier.class,
      OfCount.class,
      OfNote.class
    };
  }

  @ExternalTaskSubscription(topicName = PACKAGE + "Greeter", includeExtensionProperties = true)
  static class OfGreeter extends DelegateListener {}

  @ExternalTaskSubscription(topicName = PACKAGE + "Listener", includeExtensionProperties = true)
  static class OfListener extends DelegateListener {}

  @ExternalTaskSubscription(topicName = PACKAGE + "Failing", includeExtensionProperties = true)
  static class OfFailing extends DelegateListener {}

  @ExternalTaskSubscription(topicName = "cashier", includeExtensionProperties = true)
  static class OfCashier extends DelegateListener {}

  @ExternalTaskSubscription(topicName = "till.count", includeExtensionProperties = true)
  static class OfCount extends DelegateListener {}

  @ExternalTaskSubscription(topicName = "till.note", includeExtensionProperties = true)
  static class OfNote extends DelegateListener {}
}
