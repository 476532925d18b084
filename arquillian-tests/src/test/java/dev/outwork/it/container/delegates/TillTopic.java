package dev.outwork.it.container.delegates;

import dev.outwork.api.worker.ExternalTaskSubscription;
import dev.outwork.delegate.server.DelegateListener;

/** Serves the topic that an expression has become. */
@ExternalTaskSubscription(topicName = "till.count", includeExtensionProperties = true)
public class TillTopic extends DelegateListener {}
