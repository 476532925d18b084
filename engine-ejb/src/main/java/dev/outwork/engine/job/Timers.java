package dev.outwork.engine.job;

import dev.outwork.engine.deployment.Models;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.instance.Journeys;
import dev.outwork.engine.token.Instance;
import dev.outwork.engine.token.Journey;
import jakarta.inject.Inject;
import java.util.Map;

/** Timers of instances: they trigger the event that waits for them. */
@Collaborator
public class Timers implements JobHandler {
  private final Journeys journeys;
  private final Models models;

  @Inject
  Timers(Journeys journeys, Models models) {
    this.journeys = journeys;
    this.models = models;
  }

  @Override
  public boolean handles(JobType type) {
    return type == JobType.TIMER;
  }

  /** An interrupting event is triggered once only. */
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
    // Also removes the next time of the cycle if the timer can no longer be triggered.
    journeys.write(journey);
  }
}
