package dev.outwork.engine.instance;

import dev.outwork.engine.deployment.Models;
import dev.outwork.engine.deployment.Models.ExecutableProcess;
import dev.outwork.engine.variable.VariableStore;
import dev.outwork.engine.variable.Variables;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Begins journeys on instances that this transaction holds, and writes what they have done. */
@ApplicationScoped
public class Journeys {
  private final InstanceStore instances;
  private final ActivityStore activities;
  private final VariableStore variables;
  private final ExternalWork externalWork;
  private final Models models;
  private final Clock clock;

  /** For the container's proxy. */
  protected Journeys() {
    this(null, null, null, null, null, null);
  }

  @Inject
  Journeys(
      InstanceStore instances,
      ActivityStore activities,
      VariableStore variables,
      ExternalWork externalWork,
      Models models,
      Clock clock) {
    this.instances = instances;
    this.activities = activities;
    this.variables = variables;
    this.externalWork = externalWork;
    this.models = models;
    this.clock = clock;
  }

  /** Takes hold of a running instance; empty if there is none with this id. */
  public Optional<Instance> hold(String instanceId) {
    return instances.lock(instanceId).map(this::withVersionTag);
  }

  /** A journey of an instance that this transaction holds, from an activity that is under way. */
  public Journey resume(Instance instance, Activity from) {
    ExecutableProcess process = models.of(instance.definitionId());
    Activities known = new Activities(instance.id(), () -> activities.underWay(instance.id()));
    known.add(from);
    return new Journey(instance, process.model(), known, new Variables(variables), clock.instant());
  }

  /** A journey of an instance that does not exist yet. */
  Journey begin(Instance instance) {
    ExecutableProcess process = models.of(instance.definitionId());
    Variables nothing = new Variables(variables);
    nothing.begin(instance.id());
    return new Journey(
        instance,
        process.model(),
        new Activities(instance.id(), List::of),
        nothing,
        clock.instant());
  }

  /** Writes what a resumed journey has done. */
  public void write(Journey journey) {
    writeChanges(journey);
    if (journey.hasEnded()) {
      instances.end(journey.instance().id(), "COMPLETED", null, journey.now());
    }
  }

  /** Writes a new instance and what its journey has done. */
  void writeNew(Journey journey) {
    String startId = models.of(journey.instance().definitionId()).model().startId();
    instances.insert(journey.instance(), startId, journey.now(), journey.hasEnded());
    writeChanges(journey);
  }

  private void writeChanges(Journey journey) {
    Instance instance = journey.instance();
    Instant now = journey.now();
    activities.write(instance.id(), journey.activities().known(), now);
    variables.write(instance.id(), journey.variables(), now);
    if (!journey.workOrders().isEmpty()) {
      externalWork.open(instance, journey.workOrders(), now);
    }
    if (!journey.cancelled().isEmpty()) {
      externalWork.cancel(instance, journey.cancelled(), now);
    }
  }

  private Instance withVersionTag(InstanceStore.Locked locked) {
    return locked.toInstance(models.of(locked.definitionId()).definition().versionTag());
  }
}
