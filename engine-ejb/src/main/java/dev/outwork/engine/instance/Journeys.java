package dev.outwork.engine.instance;

import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.bpmn.Wait;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Writes;
import dev.outwork.engine.decision.DecisionInstanceStore;
import dev.outwork.engine.deployment.Models;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.token.Activity;
import dev.outwork.engine.token.Compensables;
import dev.outwork.engine.token.ExternalTaskOrder;
import dev.outwork.engine.token.Instance;
import dev.outwork.engine.token.JobOrder;
import dev.outwork.engine.token.Journey;
import dev.outwork.engine.token.Orders;
import dev.outwork.engine.token.Running;
import dev.outwork.engine.token.Tree;
import dev.outwork.engine.token.UserTaskOrder;
import dev.outwork.engine.variable.VariableStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Starts journeys on locked instances, and writes their changes. */
@Collaborator
@Dependent
public class Journeys {
  private final Sql sql;
  private final InstanceStore instances;
  private final ActivityStore activities;
  private final VariableStore variables;
  private final Waits<ExternalTaskOrder> externalTasks;
  private final Waits<UserTaskOrder> userTasks;
  private final EventSubscriptions subscriptions;
  private final Waits.OfEvents<JobOrder> jobs;
  private final DecisionInstanceStore decisions;
  private final Models models;
  private final StoredInstances source;
  private final Clock clock;

  @Inject
  Journeys(
      Sql sql,
      InstanceStore instances,
      ActivityStore activities,
      VariableStore variables,
      Waits<ExternalTaskOrder> externalTasks,
      Waits<UserTaskOrder> userTasks,
      EventSubscriptions subscriptions,
      Waits.OfEvents<JobOrder> jobs,
      DecisionInstanceStore decisions,
      Models models,
      StoredInstances source,
      Clock clock) {
    this.sql = sql;
    this.instances = instances;
    this.activities = activities;
    this.variables = variables;
    this.externalTasks = externalTasks;
    this.userTasks = userTasks;
    this.subscriptions = subscriptions;
    this.jobs = jobs;
    this.decisions = decisions;
    this.models = models;
    this.source = source;
    this.clock = clock;
  }

  /**
   * Locks a running instance, with its whole call hierarchy, until the transaction ends; empty if
   * there is none with this id.
   */
  public Optional<Instance> hold(String instanceId) {
    return instances.lock(instanceId).map(this::withVersionTag);
  }

  /** As {@link #hold}, but empty if it is locked: for callers that can try again. */
  public Optional<Instance> holdIfFree(String instanceId) {
    return instances.lockIfFree(instanceId).map(this::withVersionTag);
  }

  private Instance withVersionTag(InstanceStore.Locked locked) {
    return locked.toInstance(models.of(locked.definitionId()).definition().versionTag());
  }

  /**
   * A read-only journey of a running instance, which does not lock it and must not be written;
   * empty if there is none with this id.
   */
  public Optional<Journey> look(String instanceId) {
    return instances.read(instanceId).map(this::withVersionTag).map(this::resume);
  }

  /** A journey of a locked instance. */
  public Journey resume(Instance instance) {
    return resume(source.running(instance), ZonedDateTime.now(clock));
  }

  private Journey resume(Running running, ZonedDateTime now) {
    Tree tree = new Tree(source);
    tree.add(running);
    return new Journey(tree, running, now);
  }

  /**
   * A journey of a locked instance, from a running activity: others are read on demand only.
   *
   * @param known shared reads for this and other journeys
   */
  public Journey resume(Instance instance, Activity.Stored from, ReadTogether known) {
    Journey journey = resume(source.running(instance, known), known.now());
    // Only the row knows which event started a compensation handler, and what follows a step of the
    // process.
    ProcessModel model = journey.running().model();
    if (!model.hasCompensation() && model.process().info().steps().before().isEmpty()) {
      journey.running().activities().add(from);
    }
    return journey;
  }

  /**
   * The data for journeys on these instances: read for all of them as soon as one needs it.
   *
   * @param scopeIds the scopes of their variables
   */
  public ReadTogether readTogether(Collection<String> instanceIds, Collection<String> scopeIds) {
    return new ReadTogether(activities, variables, instanceIds, scopeIds, ZonedDateTime.now(clock));
  }

  /** A journey of a new instance. */
  Journey begin(Instance instance) {
    Tree tree = new Tree(source);
    Running running = tree.begin(instance, models.of(instance.definitionId()).model());
    return new Journey(tree, running, ZonedDateTime.now(clock));
  }

  /** Writes the changes of a journey. */
  public void write(Journey journey) {
    Writes writes = sql.writes();
    write(journey, writes);
    writes.send();
  }

  /**
   * Writes the changes of a journey: frequent ones are collected, rare ones are written at once.
   */
  public void write(Journey journey, Writes writes) {
    journey.tree().all().forEach(running -> write(running, journey.now(), writes));
  }

  /** Suspends or activates the rows of waiting tokens in these instances. */
  void setSuspended(List<String> processInstanceIds, boolean suspended) {
    for (Waits<?> waits : List.of(externalTasks, userTasks, subscriptions, jobs)) {
      waits.setSuspended(processInstanceIds, suspended, clock.instant());
    }
  }

  private void write(Running running, Instant now, Writes writes) {
    if (running.isNew()) {
      instances.insert(running, now, writes);
    } else {
      running
          .endState()
          .ifPresent(
              state ->
                  instances.end(
                      running.instance().id(), state, running.deleteReason(), now, writes));
    }
    activities.write(running.activities().known(), now, writes);
    variables.write(running.instance().id(), running.variables(), now, writes);
    if (!running.orders().decisions().isEmpty()) {
      decisions.insert(running.orders().decisions(), writes);
    }
    close(running, now, writes);
    open(running, now, writes);
    writeCompensables(running);
  }

  private void close(Running running, Instant now, Writes writes) {
    close(externalTasks, Wait.EXTERNAL_TASK, running, now, writes);
    close(userTasks, Wait.USER_TASK, running, now, writes);
    close(subscriptions, Wait.SUBSCRIPTION, running, now, writes);
    close(jobs, Wait.JOB, running, now, writes);
    running
        .orders()
        .closedEvents()
        .forEach(
            (owner, events) -> {
              subscriptions.closeEvents(running.instance(), owner, events, now);
              jobs.closeEvents(running.instance(), owner, events, now);
            });
  }

  private static void close(
      Waits<?> waits, Wait wait, Running running, Instant now, Writes writes) {
    Collection<String> closed = running.orders().closed(wait);
    if (!closed.isEmpty()) {
      waits.close(running.instance(), closed, now, writes);
    }
  }

  private void open(Running running, Instant now, Writes writes) {
    Orders orders = running.orders();
    open(externalTasks, orders.externalTasks(), running, now, writes);
    open(userTasks, orders.userTasks(), running, now, writes);
    open(subscriptions, orders.subscriptions(), running, now, writes);
    open(jobs, orders.jobs(), running, now, writes);
    if (!orders.signals().isEmpty()) {
      writes.send();
      subscriptions.broadcast(running.instance(), orders.signals());
    }
  }

  private static <O> void open(
      Waits<O> waits, List<O> orders, Running running, Instant now, Writes writes) {
    if (!orders.isEmpty()) {
      waits.open(running.instance(), orders, now, writes);
    }
  }

  private void writeCompensables(Running running) {
    Compensables compensables = running.compensables();
    if (!compensables.removed().isEmpty()) {
      subscriptions.forget(compensables.removed());
    }
    if (!compensables.added().isEmpty() && !running.hasEnded()) {
      subscriptions.keep(running.instance(), compensables.added());
    }
  }
}
