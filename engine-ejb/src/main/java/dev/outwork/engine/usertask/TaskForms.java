package dev.outwork.engine.usertask;

import dev.outwork.api.task.DelegationState;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.expression.Names;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.instance.Filling;
import dev.outwork.engine.instance.Journeys;
import dev.outwork.engine.right.ProcessRights;
import dev.outwork.engine.right.Verb;
import dev.outwork.engine.token.Journey;
import dev.outwork.engine.usertask.OpenTasks.Held;
import dev.outwork.engine.variable.Values;
import dev.outwork.engine.variable.Variables;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** User tasks for their forms. A task whose process is not permitted does not exist. */
@Collaborator
@Dependent
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
  public UserTaskRow find(String id, Predicate<String> permittedKey) {
    return open.find(id, permittedKey);
  }

  /** An open task with the data that its form can read. */
  public Seen see(String id, Predicate<String> permittedKey) {
    UserTaskRow task = open.find(id, permittedKey);
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
   * resulting variables of the process instance, or what was sent if those may not be read.
   */
  public Map<String, TypedValue> submit(
      String id,
      ProcessRights rights,
      Map<String, TypedValue> sent,
      Function<UserTaskRow, Filling> form) {
    Predicate<String> permittedKey = rights.permitting(Verb.OPERATE);
    Held held = open.holdWithInstance(id, permittedKey).ifActive();
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
    return rights.shown(
        task.definitionKey(),
        task.delegationState() == DelegationState.PENDING
            ? resolve(held, journey, permittedKey)
            : completion.complete(held, journey),
        sent);
  }

  private Map<String, TypedValue> resolve(
      Held held, Journey journey, Predicate<String> permittedKey) {
    assignment.giveBack(open.hold(held.task().id(), permittedKey));
    journey.variablesHaveChanged();
    journeys.write(journey);
    return journey.variables().visibleFrom(List.of(held.instance().id()));
  }
}
