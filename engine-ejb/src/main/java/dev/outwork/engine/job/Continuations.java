package dev.outwork.engine.job;

import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.instance.Journeys;
import dev.outwork.engine.token.Instance;
import dev.outwork.engine.token.Journey;
import jakarta.inject.Inject;

/** Asynchronous continuations: a token enters or leaves its node. */
@Collaborator
public class Continuations implements JobHandler {
  private final Journeys journeys;

  @Inject
  Continuations(Journeys journeys) {
    this.journeys = journeys;
  }

  @Override
  public boolean handles(JobType type) {
    return type == JobType.ASYNC_BEFORE || type == JobType.ASYNC_AFTER;
  }

  @Override
  public void run(JobRow job, Instance instance) {
    Journey journey = journeys.resume(instance);
    journey.continueAsync(job.executionId());
    journeys.write(journey);
  }
}
