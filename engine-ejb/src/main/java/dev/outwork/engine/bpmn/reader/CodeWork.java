package dev.outwork.engine.bpmn.reader;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The external task that an element's code has become.
 *
 * @param kind of the code, as in {@link dev.outwork.api.deployment.CodeTopic}
 * @param topic the topic for it
 * @param properties the extension properties that describe the code to a worker, in this order
 * @param resultVariable the variable for the result of the code; null if there is none
 */
record CodeWork(String kind, String topic, Map<String, String> properties, String resultVariable) {
  CodeWork {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }
}
