package dev.outwork.engine.instance;

import dev.outwork.engine.bpmn.Wait;
import dev.outwork.engine.deployment.Models;
import dev.outwork.engine.variable.VariableStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Begins journeys on instances that this transaction holds, and writes what they have done. */
@ApplicationScoped
public class Journeys {
  private final InstanceStore instances;
  private final ActivityStore activities;
  private final VariableStore variables;
  private final ExternalWork externalWork;
  private final UserWork userWork;
  private final EventSubscriptions subscriptions;
  private final Jobs jobs;
  private final Models models;
  private final StoredInstances source;
  private final Clock clock;

  /** For the container's proxy. */
  protected Journeys() {
    this(null, null, null, null, null, null, null, null, null, null);
  }

  @Inject
  Journeys(
      InstanceStore instances,
      ActivityStore activities,
      VariableStore variables,
      ExternalWork externalWork,
      UserWork userWork,
      EventSubscriptions subscriptions,
      Jobs jobs,
      Models models,
      StoredInstances source,
      Clock clock) {
    this.instances = instances;
    this.activities = activities;
    this.variables = variables;
    this.externalWork = externalWork;
    this.userWork = userWork;
    this.subscriptions = subscriptions;
    this.jobs = jobs;
    this.models = models;
    this.source = source;
    this.clock = clock;
  }

  /**
   * Takes hold of a running instance, with all instances of its tree of calls, until the
   * transaction ends; empty if there is none with this id.
   */
  public Optional<Instance> hold(String instanceId) {
    return instances.lock(instanceId).map(this::withVersionTag);
  }

  /** The same, but empty if somebody else has hold of it: for those who can come again. */
  public Optional<Instance> holdIfFree(String instanceId) {
    return instances.lockIfFree(instanceId).map(this::withVersionTag);
  }

  private Instance withVersionTag(InstanceStore.Locked locked) {
    return locked.toInstance(models.of(locked.definitionId()).definition().versionTag());
  }

  /** A journey of an instance that this transaction holds. */
  public Journey resume(Instance instance) {
    Tree tree = new Tree(source);
    Running running = source.running(instance);
    tree.add(running);
    return new Journey(tree, running, clock.instant());
  }

  /**
   * A journey of an instance that this transaction holds, from an activity that is under way:
   * others are read only if they matter.
   */
  public Journey resume(Instance instance, Activity.Stored from) {
    Journey journey = resume(instance);
    // Who began a compensation handler is known to its row only.
    if (!journey.running().model().hasCompensation()) {
      journey.running().activities().add(from);
    }
    return journey;
  }

  /** A journey of an instance that does not exist yet. */
  Journey begin(Instance instance) {
    Tree tree = new Tree(source);
    Running running = tree.begin(instance, models.of(instance.definitionId()).model());
    return new Journey(tree, running, clock.instant());
  }

  /** Writes what a journey has done. */
  public void write(Journey journey) {
    journey.tree().all().forEach(running -> write(running, journey.now()));
  }

  /** What is kept for the tokens of these instances can happen no more, or again. */
  void setSuspended(List<String> processInstanceIds, boolean suspended) {
    for (Waits<?> waits : List.of(externalWork, userWork, subscriptions, jobs)) {
      waits.setSuspended(processInstanceIds, suspended, clock.instant());
    }
  }

  private void write(Running running, Instant now) {
    if (running.isNew()) {
      instances.insert(running, now);
    } else {
      running
          .endState()
          .ifPresent(
              state -> instances.end(running.instance().id(), state, running.deleteReason(), now));
    }
    activities.write(running.activities().known(), now);
    variables.write(running.instance().id(), running.variables(), now);
    close(running, now);
    open(running, now);
    writeCompensables(running);
  }

  private void close(Running running, Instant now) {
    close(externalWork, Wait.EXTERNAL_TASK, running, now);
    close(userWork, Wait.USER_TASK, running, now);
    close(subscriptions, Wait.SUBSCRIPTION, running, now);
    close(jobs, Wait.JOB, running, now);
    running
        .orders()
        .closedEvents()
        .forEach(
            (owner, events) -> {
              subscriptions.closeEvents(running.instance(), owner, events, now);
              jobs.closeEvents(running.instance(), owner, events, now);
            });
  }

  private static void close(Waits<?> waits, Wait wait, Running running, Instant now) {
    Collection<String> closed = running.orders().closed(wait);
    if (!closed.isEmpty()) {
      waits.close(running.instance(), closed, now);
    }
  }

  private void open(Running running, Instant now) {
    Orders orders = running.orders();
    open(externalWork, orders.externalTasks(), running, now);
    open(userWork, orders.userTasks(), running, now);
    open(subscriptions, orders.subscriptions(), running, now);
    open(jobs, orders.jobs(), running, now);
    if (!orders.signals().isEmpty()) {
      subscriptions.broadcast(running.instance(), orders.signals());
    }
  }

  private static <O> void open(Waits<O> waits, List<O> orders, Running running, Instant now) {
    if (!orders.isEmpty()) {
      waits.open(running.instance(), orders, now);
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
