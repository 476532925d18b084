package dev.outwork.engine.job;

import dev.outwork.engine.database.Writes;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.instance.InstanceDeletion.InstancesDeleted;
import dev.outwork.engine.instance.Waits;
import dev.outwork.engine.token.Instance;
import dev.outwork.engine.token.JobOrder;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Creates and removes jobs with the activities that wait for them. */
@Collaborator
public class JobKeeper implements Waits.OfEvents<JobOrder> {
  private final JobStore jobs;
  private final JobStateStore states;
  private final JobQueue queue;

  @Inject
  JobKeeper(JobStore jobs, JobStateStore states, JobQueue queue) {
    this.jobs = jobs;
    this.states = states;
    this.queue = queue;
  }

  @Override
  public void open(Instance instance, List<JobOrder> orders, Instant now, Writes writes) {
    queue.add(orders.stream().map(order -> JobRow.of(instance, order, now)).toList(), now);
  }

  // The jobs of the instance itself end with the instance, and all others do then.
  @Override
  public void close(
      Instance instance, Collection<String> activityInstanceIds, Instant now, Writes writes) {
    queue.remove(
        activityInstanceIds.contains(instance.id())
            ? jobs.ofInstance(instance.id())
            : jobs.of(activityInstanceIds),
        now);
  }

  @Override
  public void closeEvents(
      Instance instance, String activityInstanceId, Collection<String> activityIds, Instant now) {
    queue.remove(jobs.ofEvents(activityInstanceId, activityIds), now);
  }

  @Override
  public void setSuspended(List<String> processInstanceIds, boolean suspended, Instant now) {
    states.setSuspendedOfInstances(processInstanceIds, suspended);
    if (!suspended) {
      queue.wake();
    }
  }

  void instancesAreDeleted(@Observes InstancesDeleted deletion) {
    jobs.deleteOfInstances(deletion.processInstanceIds());
  }
}
