package dev.outwork.it.container.delegates;

import dev.outwork.api.worker.ExternalTaskSubscription;
import dev.outwork.delegate.server.DelegateListener;

/** Serves the topic that a class has become. */
@ExternalTaskSubscription(
    topicName = "dev.outwork.it.container.delegates.ChargeCard",
    includeExtensionProperties = true)
public class ChargeCardTopic extends DelegateListener {}
