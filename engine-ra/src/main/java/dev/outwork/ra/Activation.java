package dev.outwork.ra;

import dev.outwork.api.worker.spi.WorkerService;
import dev.outwork.api.worker.spi.WorkerSubscription;

/** A message-driven bean to be called, and its subscription while an engine is present. */
final class Activation {
  private final ExternalTaskActivationSpec options;
  private final EndpointDelivery delivery;
  private WorkerSubscription subscription;

  Activation(ExternalTaskActivationSpec options, EndpointDelivery delivery) {
    this.options = options;
    this.delivery = delivery;
  }

  synchronized void open(WorkerService engine) {
    if (subscription == null) {
      subscription = engine.subscribe(delivery.name(), options.toOptions(), delivery);
    }
  }

  synchronized void close() {
    if (subscription != null) {
      subscription.close();
      subscription = null;
    }
  }
}
