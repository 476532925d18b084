package dev.outwork.engine.job;

import dev.outwork.engine.deployment.DefinitionSuspension;
import dev.outwork.engine.deployment.DefinitionsSuspended;
import dev.outwork.engine.deployment.PlannedSuspension;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.token.Instance;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Executes planned suspensions and activations of definitions. */
@Collaborator
public class DefinitionJobs implements JobHandler {
  private final JobQueue queue;
  private final DefinitionSuspension suspension;
  private final Clock clock;

  @Inject
  DefinitionJobs(JobQueue queue, DefinitionSuspension suspension, Clock clock) {
    this.queue = queue;
    this.suspension = suspension;
    this.clock = clock;
  }

  @Override
  public boolean handles(JobType type) {
    return type == JobType.SUSPEND_PROCESS || type == JobType.ACTIVATE_PROCESS;
  }

  @Override
  public void run(JobRow job, Instance instance) {
    suspension.carryOut(job.plannedSuspension());
  }

  void suspensionIsPlanned(@Observes PlannedSuspension plan) {
    Instant now = clock.instant();
    queue.add(List.of(JobRow.of(plan, now)), now);
  }

  // Jobs that start instances were waiting for the activation.
  void definitionsAreSuspended(@Observes DefinitionsSuspended suspension) {
    if (!suspension.suspended()) {
      queue.wake();
    }
  }
}
