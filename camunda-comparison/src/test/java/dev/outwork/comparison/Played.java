package dev.outwork.comparison;

import java.util.Map;

/**
 * An engine on which a test plays: the verbs that both have. Each acts on the one thing that fits
 * and fails if there is none, or more than one. What the engine refuses is thrown as it throws it.
 */
interface Played {
  /** Deploys the processes of a document. */
  void deploy(String document);

  /**
   * Starts an instance of a process.
   *
   * @param variables plain values, or {@link Typed}
   * @return the id of the instance
   */
  String start(String key, Map<String, ?> variables);

  /** Fetches the one external task of a topic and completes it. */
  void complete(String topic, Map<String, ?> variables, Map<String, ?> localVariables);

  /** Fetches the one external task of a topic and ends it with a BPMN error. */
  void raise(String topic, String errorCode, Map<String, ?> variables);

  /** Completes the one user task of an element. */
  void completeTask(String taskDefinitionKey, Map<String, ?> variables);

  /** Correlates a message with its one receiver. */
  void correlate(String message, Map<String, ?> variables);

  /** Broadcasts a signal. */
  void signal(String name, Map<String, ?> variables);

  /** Sets a variable of the instance. */
  void setVariable(String processInstanceId, String name, Object value);

  /** Executes all jobs, due or not, until none is left. */
  void runJobs();

  /** The course of an instance. */
  Course course(String processInstanceId);

  default String start(String key) {
    return start(key, Map.of());
  }

  default void complete(String topic) {
    complete(topic, Map.of(), Map.of());
  }

  default void complete(String topic, Map<String, ?> variables) {
    complete(topic, variables, Map.of());
  }
}
