package dev.outwork.engine.usertask;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.task.DelegationState;
import dev.outwork.api.task.IdentityLink;
import dev.outwork.api.task.TaskAlreadyClaimedException;
import dev.outwork.api.task.TaskDetails;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Assignee, owner and candidates of a task whose row is locked. */
@Collaborator
@Dependent
class Assignment {
  private final UserTaskStore tasks;
  private final IdentityLinkStore links;
  private final UserTaskLog log;
  private final Clock clock;

  @Inject
  Assignment(UserTaskStore tasks, IdentityLinkStore links, UserTaskLog log, Clock clock) {
    this.tasks = tasks;
    this.links = links;
    this.log = log;
    this.clock = clock;
  }

  void claim(UserTaskRow task, String userId) {
    boolean isFree = task.assignee() == null || userId == null;
    if (!isFree && !task.assignee().equals(userId)) {
      throw new TaskAlreadyClaimedException(
          "Task '%s' is already claimed by someone else.".formatted(task.id()));
    }
    if (isFree) {
      save(task, task.details().withAssignee(userId), UserTaskLog.CLAIM);
    }
  }

  void assign(UserTaskRow task, String userId) {
    save(task, task.details().withAssignee(userId), UserTaskLog.ASSIGN);
  }

  void setOwner(UserTaskRow task, String userId) {
    save(task, task.details().withOwner(userId), UserTaskLog.SET_OWNER);
  }

  void delegate(UserTaskRow task, String userId) {
    TaskDetails details = task.details();
    String owner = details.owner() == null ? details.assignee() : details.owner();
    save(
        task,
        details.withOwner(owner).withAssignee(userId).withDelegationState(DelegationState.PENDING),
        UserTaskLog.DELEGATE);
  }

  void giveBack(UserTaskRow task) {
    TaskDetails details = task.details();
    save(
        task,
        details.withAssignee(details.owner()).withDelegationState(DelegationState.RESOLVED),
        UserTaskLog.RESOLVE);
  }

  void save(UserTaskRow task, TaskDetails details) {
    save(task, details, UserTaskLog.UPDATE);
  }

  private void save(UserTaskRow task, TaskDetails details, String operation) {
    store(task, details);
    log.changed(operation, task, details);
  }

  private void store(UserTaskRow task, TaskDetails details) {
    Limits.check(details, "save task '%s'".formatted(task.id()));
    tasks.save(task.id(), details, clock.instant());
  }

  List<IdentityLink> links(UserTaskRow task) {
    List<IdentityLink> all = new ArrayList<>();
    if (task.assignee() != null) {
      all.add(IdentityLink.user(task.assignee(), IdentityLink.ASSIGNEE));
    }
    if (task.owner() != null) {
      all.add(IdentityLink.user(task.owner(), IdentityLink.OWNER));
    }
    all.addAll(links.of(task.id()));
    return all;
  }

  void add(UserTaskRow task, IdentityLink link) {
    TaskDetails details = task.details();
    switch (link.type()) {
      case IdentityLink.ASSIGNEE -> store(task, details.withAssignee(userOf(link)));
      case IdentityLink.OWNER -> store(task, details.withOwner(userOf(link)));
      default -> {
        Limits.check(link, "change task '%s'".formatted(task.id()));
        if (!links.of(task.id()).contains(link)) {
          links.insert(List.of(IdentityLinkStore.Link.of(task.id(), link)));
          tasks.touch(task.id(), clock.instant());
        }
      }
    }
    log.linked(task, link);
  }

  void delete(UserTaskRow task, IdentityLink link) {
    switch (link.type()) {
      case IdentityLink.ASSIGNEE -> store(task, task.details().withAssignee(null));
      case IdentityLink.OWNER -> store(task, task.details().withOwner(null));
      default -> {
        links.delete(task.id(), link);
        tasks.touch(task.id(), clock.instant());
      }
    }
    log.unlinked(task, link);
  }

  private static String userOf(IdentityLink link) {
    if (link.userId() == null) {
      throw new ProcessEngineException(
          "Cannot make group '%s' the %s of a task: only a user is allowed"
              .formatted(link.groupId(), link.type()));
    }
    return link.userId();
  }
}
