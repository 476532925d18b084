package dev.outwork.engine.usertask;

import dev.outwork.api.task.IdentityLink;
import dev.outwork.engine.database.Ids;
import dev.outwork.engine.database.Writes;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.instance.InstanceDeletion.InstancesDeleted;
import dev.outwork.engine.instance.Waits;
import dev.outwork.engine.token.Instance;
import dev.outwork.engine.token.UserTaskOrder;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Creates and ends user tasks with the activities that wait for them. */
@Collaborator
public class UserTaskKeeper implements Waits<UserTaskOrder> {
  private final UserTaskStore tasks;
  private final IdentityLinkStore links;

  @Inject
  UserTaskKeeper(UserTaskStore tasks, IdentityLinkStore links) {
    this.tasks = tasks;
    this.links = links;
  }

  @Override
  public void open(Instance instance, List<UserTaskOrder> orders, Instant now, Writes writes) {
    List<UserTaskRow> opened = new ArrayList<>();
    List<IdentityLinkStore.Link> candidates = new ArrayList<>();
    for (UserTaskOrder order : orders) {
      UserTaskRow task = task(instance, order, now);
      Limits.check(task, "create the user task '%s'".formatted(order.activityId()));
      opened.add(task);
      candidates(order).forEach(link -> candidates.add(IdentityLinkStore.Link.of(task.id(), link)));
    }
    tasks.insert(opened);
    links.insert(candidates);
  }

  @Override
  public void close(
      Instance instance, Collection<String> activityInstanceIds, Instant now, Writes writes) {
    tasks.deleteOf(instance.id(), activityInstanceIds, now);
  }

  @Override
  public void setSuspended(List<String> processInstanceIds, boolean suspended, Instant now) {
    tasks.setState(processInstanceIds, suspended ? UserTaskState.SUSPENDED : UserTaskState.OPEN);
  }

  void instancesAreDeleted(@Observes InstancesDeleted deletion) {
    links.forget(deletion.processInstanceIds());
    tasks.forget(deletion.processInstanceIds());
  }

  private static List<IdentityLink> candidates(UserTaskOrder order) {
    List<IdentityLink> candidates = new ArrayList<>();
    order
        .candidateUsers()
        .forEach(user -> candidates.add(IdentityLink.user(user, IdentityLink.CANDIDATE)));
    order
        .candidateGroups()
        .forEach(group -> candidates.add(IdentityLink.group(group, IdentityLink.CANDIDATE)));
    candidates.forEach(
        link -> Limits.check(link, "create the user task '%s'".formatted(order.activityId())));
    return candidates;
  }

  private static UserTaskRow task(Instance instance, UserTaskOrder order, Instant now) {
    return new UserTaskRow(
        Ids.next(),
        instance.suspended() ? UserTaskState.SUSPENDED : UserTaskState.OPEN,
        order.name(),
        order.description(),
        order.assignee(),
        null,
        null,
        order.dueAt(),
        order.followUpAt(),
        order.priority(),
        order.formKey(),
        now,
        instance.id(),
        order.activityInstanceId(),
        order.activityId(),
        String.join(" ", order.scopeIds()),
        instance.definitionId(),
        instance.definitionKey(),
        instance.businessKey(),
        instance.tenantId());
  }
}
