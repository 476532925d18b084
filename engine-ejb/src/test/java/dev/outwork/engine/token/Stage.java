package dev.outwork.engine.token;

import dev.outwork.api.instance.ActivityInstance;
import dev.outwork.api.instance.ModificationInstruction;
import dev.outwork.api.variable.TypedValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a process is played in tests: on the pure model, or by the engine on a database. Its verbs
 * are about the instance that was started last, and those that it calls.
 */
interface Stage extends AutoCloseable {
  /** Deploys the processes of a document. */
  void deploy(String document);

  /** Starts an instance of the latest version of a key. */
  void start(String key, Map<String, TypedValue> variables);

  /** Completes an external task; {@code which} says at which element it has to be. */
  void complete(OpenTask task, Map<String, TypedValue> variables);

  /** Raises a BPMN error from an external task. */
  void raise(OpenTask task, String errorCode);

  /** Everything that waits for a worker, in the order in which it was created. */
  List<OpenTask> openTasks();

  /** Completes the first user task that is open at an element. */
  void completeUserTask(String elementId, Map<String, TypedValue> variables);

  /** Raises a BPMN error from the first user task that is open at an element. */
  void raiseFromUserTask(String elementId, String errorCode);

  /** Raises an escalation from the first user task that is open at an element. */
  void escalate(String elementId, String escalationCode);

  /** Signals the first receive task at an element. */
  void goOn(String elementId);

  /** Correlates a message with its subscriber, or with the process that it starts. */
  void message(String name);

  /** Broadcasts a signal to all subscribers and start events. */
  void signal(String name);

  /** Sets variables of the instance. */
  void set(Map<String, TypedValue> variables);

  /** Lets time pass, at most to the next time of a repeating timer; what comes due happens. */
  void advance(Duration time);

  /** Starts an instance of the latest version of a key at other nodes than its start event. */
  void startWith(String key, ModificationInstruction... instructions);

  /** Changes where the instance stands. */
  void modify(ModificationInstruction... instructions);

  /** The running activities of the instance. */
  ActivityInstance tree();

  /** The elements that were entered, in the order in which tokens set out for them. */
  List<String> path();

  /** The elements at which tokens are, in alphabetical order; those of called instances too. */
  List<String> waitsAt();

  /** Cancelled elements, in alphabetical order. */
  List<String> canceled();

  boolean hasEnded();

  /** A variable of the instance, also after its end. */
  Optional<TypedValue> variable(String name);

  /** The variables visible to the first token at an element. */
  Map<String, TypedValue> variablesAt(String elementId);

  @Override
  void close();

  /**
   * An external task.
   *
   * @param id of the activity instance
   * @param elementId where it is in the model
   * @param variables what it sees
   */
  record OpenTask(String id, String elementId, Map<String, TypedValue> variables) {}

  default void start(String key) {
    start(key, Map.of());
  }

  /** The value of a variable of the instance; null if it has none. */
  default Object value(String name) {
    return variable(name).map(TypedValue::value).orElse(null);
  }

  /** The value that the first token at an element sees; null if it sees none. */
  default Object valueAt(String elementId, String name) {
    TypedValue seen = variablesAt(elementId).get(name);
    return seen == null ? null : seen.value();
  }

  /** Lets jobs happen that are due already. */
  default void runJobs() {
    advance(Duration.ZERO);
  }

  default void completeUserTask(String elementId) {
    completeUserTask(elementId, Map.of());
  }

  /** Completes the first task that is open at an element. */
  default void complete(String elementId) {
    complete(elementId, Map.of());
  }

  /** Completes the first task that is open at an element. */
  default void complete(String elementId, Map<String, TypedValue> variables) {
    complete(openTask(elementId), variables);
  }

  /** Raises a BPMN error from the first task that is open at an element. */
  default void raise(String elementId, String errorCode) {
    raise(openTask(elementId), errorCode);
  }

  private OpenTask openTask(String elementId) {
    return openTasks().stream()
        .filter(task -> task.elementId().equals(elementId))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "No task is open at '%s'; tokens are at %s".formatted(elementId, waitsAt())));
  }
}
