package dev.outwork.engine.token.random;

import dev.outwork.api.variable.TypedValue;
import java.util.List;
import java.util.Map;

/** Where random processes run: in the pure core, or in an engine on a database. */
public interface Ground {
  void deploy(String document);

  /** Starts an instance; the other verbs are about that and what it calls. */
  void start(String key, Map<String, TypedValue> variables);

  /** The external tasks that are open. */
  List<OpenTask> tasks();

  /** The names of the messages with subscriptions. */
  List<String> messages();

  /** Completes a task. */
  void complete(OpenTask task, Map<String, TypedValue> variables);

  /** Raises a BPMN error from a task. */
  void raise(OpenTask task, String code);

  /** Correlates a message with its subscriber. */
  void message(String name);

  /** Executes all due jobs. */
  void goOn();

  /** The elements at which tokens are. */
  List<String> waitsAt();

  boolean hasEnded();

  /**
   * An external task.
   *
   * @param variables what it sees
   */
  record OpenTask(String id, String elementId, Map<String, TypedValue> variables) {

    /** As {@link Region#key}. */
    String key() {
      StringBuilder key = new StringBuilder(elementId);
      variables.keySet().stream()
          .filter(name -> name.startsWith(Region.INDEX))
          .sorted()
          .forEach(name -> key.append('-').append(variables.get(name).value()));
      return key.toString();
    }
  }
}
