package dev.outwork.engine.usertask;

import static dev.outwork.api.NullValueException.ensureNotNull;

import dev.outwork.api.NotFoundException;
import dev.outwork.api.NullValueException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.SuspendedEntityInteractionException;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.instance.Journeys;
import dev.outwork.engine.token.Instance;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds and locks the task of a command, or throws the reason why the command is refused. A task
 * whose process is not permitted is one that does not exist.
 */
@Collaborator
@Dependent
class OpenTasks {
  private final UserTaskStore tasks;
  private final Journeys journeys;

  /** An open task and its instance; the call hierarchy of the instance is locked. */
  record Held(UserTaskRow task, Instance instance) {
    Held ifActive() {
      checkIsActive(task);
      return this;
    }
  }

  @Inject
  OpenTasks(UserTaskStore tasks, Journeys journeys) {
    this.tasks = tasks;
    this.journeys = journeys;
  }

  UserTaskRow find(String id, Predicate<String> permittedKey) {
    return find(id, permittedKey, OpenTasks::unknown);
  }

  private UserTaskRow find(
      String id, Predicate<String> permittedKey, Function<String, ProcessEngineException> unknown) {
    return tasks
        .find(ensureNotNull("taskId", id))
        .filter(task -> permittedKey.test(task.definitionKey()))
        .orElseThrow(() -> unknown.apply(id));
  }

  /** Locks a task alone, for commands that move no token; refuses a suspended task. */
  UserTaskRow hold(String id, Predicate<String> permittedKey) {
    UserTaskRow task =
        tasks
            .hold(ensureNotNull("taskId", id))
            .filter(held -> permittedKey.test(held.definitionKey()))
            .orElseThrow(() -> unknown(id));
    checkIsActive(task);
    return task;
  }

  /** Locks the instance of a task first, then checks that the task is still open. */
  Held holdWithInstance(String id, Predicate<String> permittedKey) {
    return holdWithInstance(id, permittedKey, OpenTasks::unknown);
  }

  /**
   * As {@link #holdWithInstance}; an unknown task is a {@link dev.outwork.api.NotFoundException}.
   */
  Held holdWithInstanceOrNotFound(String id, Predicate<String> permittedKey) {
    return holdWithInstance(id, permittedKey, unknown -> new NotFoundException(message(unknown)));
  }

  private Held holdWithInstance(
      String id, Predicate<String> permittedKey, Function<String, ProcessEngineException> unknown) {
    String instanceId = find(id, permittedKey, unknown).processInstanceId();
    Instance instance = journeys.hold(instanceId).orElseThrow(() -> unknown.apply(id));
    return new Held(tasks.find(id).orElseThrow(() -> unknown.apply(id)), instance);
  }

  private static void checkIsActive(UserTaskRow task) {
    if (task.isSuspended()) {
      throw new SuspendedEntityInteractionException("task", task.id());
    }
  }

  static NullValueException unknown(String id) {
    return new NullValueException(message(id));
  }

  private static String message(String id) {
    return "Cannot find task with id %s: task is null".formatted(id);
  }
}
