package dev.outwork.engine.externaltask;

import dev.outwork.engine.database.Writes;
import dev.outwork.engine.history.ExternalTaskLogStore;
import dev.outwork.engine.history.LeaseEventStore;
import dev.outwork.engine.incident.IncidentStore;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.instance.InstanceDeletion.InstancesDeleted;
import dev.outwork.engine.instance.Waits;
import dev.outwork.engine.tally.TaskEvent;
import dev.outwork.engine.tally.TasksHappened;
import dev.outwork.engine.token.ExternalTaskOrder;
import dev.outwork.engine.token.Instance;
import dev.outwork.engine.tracing.Tracing;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Creates and removes external tasks with the activities that wait for them. */
@Collaborator
@Dependent
public class ExternalTaskKeeper implements Waits<ExternalTaskOrder> {
  private final ExternalTaskStore tasks;
  private final TaskStateStore states;
  private final ExternalTaskLogStore logStore;
  private final LeaseEventStore leaseStore;
  private final IncidentStore incidents;
  private final Tracing tracing;
  private final Event<WorkAvailable> workAvailable;
  private final Event<TasksHappened> happened;

  @Inject
  ExternalTaskKeeper(
      ExternalTaskStore tasks,
      TaskStateStore states,
      ExternalTaskLogStore logStore,
      LeaseEventStore leaseStore,
      IncidentStore incidents,
      Tracing tracing,
      Event<WorkAvailable> workAvailable,
      Event<TasksHappened> happened) {
    this.tasks = tasks;
    this.states = states;
    this.logStore = logStore;
    this.leaseStore = leaseStore;
    this.incidents = incidents;
    this.tracing = tracing;
    this.workAvailable = workAvailable;
    this.happened = happened;
  }

  @Override
  public void open(Instance instance, List<ExternalTaskOrder> orders, Instant now, Writes writes) {
    String traceparent = tracing.current();
    List<TaskRow> opened =
        orders.stream().map(order -> TaskRow.begun(instance, order, traceparent, now)).toList();
    tasks.insert(opened, writes);
    TaskLog.created(opened, now, writes);
    workAvailable.fire(
        WorkAvailable.created(
            opened.stream()
                .map(TaskRow::topicName)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet())));
    happened.fire(TaskRow.happened(TaskEvent.CREATED, opened));
  }

  @Override
  public void close(
      Instance instance, Collection<String> activityInstanceIds, Instant now, Writes writes) {
    // The row of a reported task is deleted already.
    writes.send();
    List<TaskRow> cancelled = tasks.deleteOf(instance.id(), activityInstanceIds);
    TaskLog.deleted(cancelled, now, writes);
    incidents.delete(
        cancelled.stream().filter(TaskRow::hasNoRetriesLeft).map(TaskRow::id).toList(), now);
  }

  @Override
  public void setSuspended(List<String> processInstanceIds, boolean suspended, Instant now) {
    if (suspended) {
      states.suspend(processInstanceIds);
      return;
    }
    workAvailable.fire(WorkAvailable.again(states.activate(processInstanceIds, now)));
  }

  void instancesAreDeleted(@Observes InstancesDeleted deletion) {
    tasks.forget(deletion.processInstanceIds());
    incidents.forget(deletion.processInstanceIds());
    logStore.forget(deletion.processInstanceIds());
    leaseStore.forget(deletion.processInstanceIds());
  }
}
