package dev.outwork.engine.job;

import dev.outwork.engine.deployment.Models;
import dev.outwork.engine.instance.Journeys;
import dev.outwork.engine.token.Instance;
import dev.outwork.engine.token.Journey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Timers of instances: the event happens to what waits for it. */
@ApplicationScoped
public class Timers implements JobHandler {
  private final Journeys journeys;
  private final Models models;

  /** For the container's proxy. */
  protected Timers() {
    this(null, null);
  }

  @Inject
  Timers(Journeys journeys, Models models) {
    this.journeys = journeys;
    this.models = models;
  }

  @Override
  public boolean handles(JobType type) {
    return type == JobType.TIMER;
  }

  /** What interrupts happens once. */
  @Override
  public boolean repeats(JobRow job) {
    return !models
        .of(job.processDefinitionId())
        .model()
        .catchingNode(job.activityId())
        .isInterrupting();
  }

  @Override
  public void run(JobRow job, Instance instance) {
    Journey journey = journeys.resume(instance);
    journey.occur(job.executionId(), job.activityId(), Map.of());
    // Takes the next time of the cycle away, too, if the timer can happen no more.
    journeys.write(journey);
  }
}
