package dev.outwork.engine.usertask;

import static dev.outwork.api.NullValueException.ensureNotNull;

import dev.outwork.api.NotFoundException;
import dev.outwork.api.NullValueException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.SuspendedEntityInteractionException;
import dev.outwork.engine.instance.Journeys;
import dev.outwork.engine.token.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;

/** Finds the task that a command is about, or says why the command cannot be. */
@ApplicationScoped
class OpenTasks {
  private final UserTaskStore tasks;
  private final Journeys journeys;

  /** An open task and its instance; the tree of the instance is held. */
  record Held(UserTaskRow task, Instance instance) {
    Held ifActive() {
      checkIsActive(task);
      return this;
    }
  }

  /** For the container's proxy. */
  protected OpenTasks() {
    this(null, null);
  }

  @Inject
  OpenTasks(UserTaskStore tasks, Journeys journeys) {
    this.tasks = tasks;
    this.journeys = journeys;
  }

  UserTaskRow find(String id) {
    return tasks.find(ensureNotNull("taskId", id)).orElseThrow(() -> unknown(id));
  }

  /** Takes hold of a task alone, for what moves no token; it is not suspended. */
  UserTaskRow hold(String id) {
    UserTaskRow task = tasks.hold(ensureNotNull("taskId", id)).orElseThrow(() -> unknown(id));
    checkIsActive(task);
    return task;
  }

  /** Takes hold of a task's instance first, then looks whether the task is still open. */
  Held holdWithInstance(String id) {
    return holdWithInstance(id, OpenTasks::unknown);
  }

  /** The same; an unknown task is what the path of a request does not lead to. */
  Held holdWithInstanceOrNotFound(String id) {
    return holdWithInstance(id, unknown -> new NotFoundException(message(unknown)));
  }

  private Held holdWithInstance(String id, Function<String, ProcessEngineException> unknown) {
    String instanceId =
        tasks
            .find(ensureNotNull("taskId", id))
            .orElseThrow(() -> unknown.apply(id))
            .processInstanceId();
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
