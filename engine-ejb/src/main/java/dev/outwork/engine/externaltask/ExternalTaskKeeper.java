package dev.outwork.engine.externaltask;

import dev.outwork.engine.database.Ids;
import dev.outwork.engine.database.Writes;
import dev.outwork.engine.history.ExternalTaskLogStore;
import dev.outwork.engine.incident.IncidentStore;
import dev.outwork.engine.instance.InstanceDeletion.InstancesDeleted;
import dev.outwork.engine.instance.Waits;
import dev.outwork.engine.token.ExternalTaskOrder;
import dev.outwork.engine.token.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** External tasks come and go with the activities that wait for them. */
@ApplicationScoped
public class ExternalTaskKeeper implements Waits<ExternalTaskOrder> {
  private final ExternalTaskStore tasks;
  private final TaskStateStore states;
  private final ExternalTaskLog log;
  private final ExternalTaskLogStore logStore;
  private final IncidentStore incidents;
  private final Event<WorkAvailable> workAvailable;

  /** For the container's proxy. */
  protected ExternalTaskKeeper() {
    this(null, null, null, null, null, null);
  }

  @Inject
  ExternalTaskKeeper(
      ExternalTaskStore tasks,
      TaskStateStore states,
      ExternalTaskLog log,
      ExternalTaskLogStore logStore,
      IncidentStore incidents,
      Event<WorkAvailable> workAvailable) {
    this.tasks = tasks;
    this.states = states;
    this.log = log;
    this.logStore = logStore;
    this.incidents = incidents;
    this.workAvailable = workAvailable;
  }

  @Override
  public void open(Instance instance, List<ExternalTaskOrder> orders, Instant now, Writes writes) {
    List<TaskRow> opened = orders.stream().map(order -> task(instance, order, now)).toList();
    tasks.insert(opened, writes);
    log.created(opened, now, writes);
    workAvailable.fire(
        WorkAvailable.created(
            opened.stream()
                .map(TaskRow::topicName)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet())));
  }

  @Override
  public void close(
      Instance instance, Collection<String> activityInstanceIds, Instant now, Writes writes) {
    // A task that has been reported is taken away already, for another reason.
    writes.send();
    List<TaskRow> cancelled = tasks.deleteOf(instance.id(), activityInstanceIds);
    log.deleted(cancelled, now, writes);
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
  }

  private static TaskRow task(Instance instance, ExternalTaskOrder order, Instant now) {
    return new TaskRow(
        Ids.next(),
        order.topicName(),
        instance.suspended() ? TaskState.SUSPENDED : TaskState.OPEN,
        order.priority(),
        now,
        null,
        null,
        null,
        null,
        null,
        instance.id(),
        order.activityInstanceId(),
        order.activityId(),
        String.join(" ", order.scopeIds()),
        instance.definitionId(),
        instance.definitionKey(),
        instance.versionTag(),
        instance.businessKey(),
        instance.tenantId());
  }
}
