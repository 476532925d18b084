package dev.outwork.engine.usertask;

import dev.outwork.api.task.DelegationState;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.expression.Names;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.instance.Filling;
import dev.outwork.engine.instance.Journeys;
import dev.outwork.engine.token.Journey;
import dev.outwork.engine.usertask.OpenTasks.Held;
import dev.outwork.engine.variable.Values;
import dev.outwork.engine.variable.Variables;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** User tasks for their forms. */
@Collaborator
public class TaskForms {
  private final OpenTasks open;
  private final Assignment assignment;
  private final Completion completion;
  private final Journeys journeys;

  /**
   * The data that a form shows.
   *
   * @param names visible to expressions at the task's activity
   */
  public record Seen(UserTaskRow task, Variables variables, Names names) {}

  @Inject
  TaskForms(OpenTasks open, Assignment assignment, Completion completion, Journeys journeys) {
    this.open = open;
    this.assignment = assignment;
    this.completion = completion;
    this.journeys = journeys;
  }

  /** An open task; its instance is not locked. */
  public UserTaskRow find(String id) {
    return open.find(id);
  }

  /** An open task with the data that its form can read. */
  public Seen see(String id) {
    UserTaskRow task = open.find(id);
    Journey journey =
        journeys
            .look(task.processInstanceId())
            .filter(looking -> looking.isUnderWay(task.activityInstanceId()))
            .orElseThrow(() -> OpenTasks.unknown(id));
    return new Seen(
        task, journey.variables(), journey.evaluator().names(task.activityInstanceId()));
  }

  /**
   * Completes a task with a submitted form, or resolves it if it is delegated; returns the
   * resulting variables of the process instance.
   */
  public Map<String, TypedValue> submit(String id, Function<UserTaskRow, Filling> form) {
    Held held = open.holdWithInstance(id).ifActive();
    UserTaskRow task = held.task();
    Journey journey = journeys.resume(held.instance());
    // Local variables of the task end with it: they are visible, but results are set outside of it.
    Names own = Values.names(journey.variables(), List.of(task.id()));
    form.apply(task)
        .fill(
            journey.variables(),
            task.scopesWithOwn(),
            task.scopes(),
            own.orElse(journey.evaluator().names(task.activityInstanceId())));
    return task.delegationState() == DelegationState.PENDING
        ? resolve(held, journey)
        : completion.complete(held, journey);
  }

  private Map<String, TypedValue> resolve(Held held, Journey journey) {
    assignment.giveBack(open.hold(held.task().id()));
    journey.variablesHaveChanged();
    journeys.write(journey);
    return journey.variables().visibleFrom(List.of(held.instance().id()));
  }
}
