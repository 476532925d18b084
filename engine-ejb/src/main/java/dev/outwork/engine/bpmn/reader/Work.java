package dev.outwork.engine.bpmn.reader;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The work of a topic that an element has become, because what it says is code.
 *
 * @param kind of the code, as {@link dev.outwork.api.deployment.CodeTopic} names it
 * @param topic that serves it
 * @param properties what a worker needs of the model, as extension properties, in this order
 * @param resultVariable the variable that takes what the code gives back; null if there is none
 */
record Work(String kind, String topic, Map<String, String> properties, String resultVariable) {
  Work {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }
}
