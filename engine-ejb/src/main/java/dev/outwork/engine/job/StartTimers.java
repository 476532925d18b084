package dev.outwork.engine.job;

import dev.outwork.api.deployment.ParseException;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.bpmn.Schedule;
import dev.outwork.engine.bpmn.StartEvent;
import dev.outwork.engine.bpmn.TimerTrigger;
import dev.outwork.engine.deployment.DefinitionDeletion;
import dev.outwork.engine.deployment.DefinitionStore;
import dev.outwork.engine.deployment.Models;
import dev.outwork.engine.deployment.Models.ExecutableProcess;
import dev.outwork.engine.deployment.ProcessDeployed;
import dev.outwork.engine.expression.Expression;
import dev.outwork.engine.expression.ExpressionException;
import dev.outwork.engine.expression.Names;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.instance.Starts;
import dev.outwork.engine.token.Instance;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Timers that start instances: they are active from the deployment of their version until that of
 * the next, and again once there is no newer version any more.
 */
@Collaborator
public class StartTimers implements JobHandler {
  private final StartTimerStore timers;
  private final JobQueue queue;
  private final DefinitionStore definitions;
  private final Models models;
  private final Starts starts;
  private final Clock clock;

  @Inject
  StartTimers(
      StartTimerStore timers,
      JobQueue queue,
      DefinitionStore definitions,
      Models models,
      Starts starts,
      Clock clock) {
    this.timers = timers;
    this.queue = queue;
    this.definitions = definitions;
    this.models = models;
    this.starts = starts;
    this.clock = clock;
  }

  @Override
  public boolean handles(JobType type) {
    return type == JobType.TIMER_START;
  }

  @Override
  public boolean repeats(JobRow job) {
    return true;
  }

  @Override
  public void run(JobRow job, Instance instance) {
    ProcessDefinition definition = definitions.find(job.processDefinitionId()).orElseThrow();
    starts.start(definition, job.activityId(), null, Map.of());
  }

  void processIsDeployed(@Observes ProcessDeployed deployed) {
    ZonedDateTime now = ZonedDateTime.now(clock);
    queue.remove(timers.ofKey(deployed.definition()), now.toInstant());
    set(timersOf(deployed.definition(), deployed.model(), now), now.toInstant());
  }

  // A job that suspends a definition locks its own row before the instances, so this comes first.
  void definitionsAreDeleted(
      @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) DefinitionDeletion deletion) {
    ZonedDateTime now = ZonedDateTime.now(clock);
    queue.remove(timers.ofDefinitions(deletion.definitionIds()), now.toInstant());
    for (String definitionId : definitions.latestWithout(deletion.definitionIds())) {
      ExecutableProcess process = models.of(definitionId);
      // A past date was executed while the version was the latest.
      set(
          timersOf(process.definition(), process.model(), now).stream()
              .filter(timer -> timer.dueAt().isAfter(now.toInstant()))
              .toList(),
          now.toInstant());
    }
  }

  private void set(List<JobRow> jobs, Instant now) {
    if (!jobs.isEmpty()) {
      queue.add(jobs, now);
    }
  }

  private static List<JobRow> timersOf(
      ProcessDefinition definition, ProcessModel model, ZonedDateTime now) {
    List<JobRow> jobs = new ArrayList<>();
    for (StartEvent start : model.startEvents()) {
      if (start.trigger() instanceof TimerTrigger timer) {
        jobs.add(timer(definition, start, timer, now));
      }
    }
    return jobs;
  }

  // There are no variables yet.
  private static JobRow timer(
      ProcessDefinition definition, StartEvent start, TimerTrigger timer, ZonedDateTime now) {
    try {
      Names names = Names.NONE.at(Clock.fixed(now.toInstant(), now.getZone()));
      Schedule schedule = Schedule.of(timer.kind(), timer.value().evaluate(names), now);
      Expression retryTimeCycle = start.info().async().retryTimeCycle();
      return JobRow.ofStart(
          definition,
          start.id(),
          schedule,
          retryTimeCycle == null ? null : text(retryTimeCycle),
          priority(start.info().async().priority()),
          now.toInstant());
    } catch (ExpressionException | NumberFormatException e) {
      String message =
          "Cannot start process '%s' at '%s' by a timer: %s"
              .formatted(definition.key(), start.id(), e.getMessage());
      throw new ParseException(
          definition.resource(),
          List.of(new ParseException.Problem(message, 0, 0, List.of(start.id()))),
          List.of());
    }
  }

  private static long priority(Expression priority) {
    return priority == null ? 0 : Long.parseLong(text(priority));
  }

  private static String text(Expression expression) {
    return String.valueOf(expression.evaluate(Names.NONE));
  }
}
