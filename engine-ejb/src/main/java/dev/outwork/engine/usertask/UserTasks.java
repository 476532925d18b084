package dev.outwork.engine.usertask;

import static dev.outwork.api.NullValueException.ensureNotNull;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.NullValueException;
import dev.outwork.api.task.IdentityLink;
import dev.outwork.api.task.Task;
import dev.outwork.api.task.TaskCountByCandidateGroup;
import dev.outwork.api.task.TaskDetails;
import dev.outwork.api.task.TaskFilter;
import dev.outwork.api.task.TaskService;
import dev.outwork.api.task.TaskSort;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.database.Entities;
import dev.outwork.engine.database.Listing;
import dev.outwork.engine.database.TellsOutages;
import dev.outwork.engine.right.Grants;
import dev.outwork.engine.right.ProcessRights;
import dev.outwork.engine.right.Verb;
import dev.outwork.engine.usertask.OpenTasks.Held;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The boundary of user tasks. */
@Stateless
@TellsOutages
@Local(TaskService.class)
public class UserTasks implements TaskService {
  @PersistenceContext(unitName = "outwork")
  private EntityManager entityManager;

  @Inject private Grants grants;
  @Inject private OpenTasks open;
  @Inject private Assignment assignment;
  @Inject private Completion completion;
  @Inject private UserTaskVariables variables;
  @Inject private CandidateGroupCounts candidateGroups;
  @Inject private UserTaskLog log;

  @Override
  public void claim(String id, String userId) {
    assignment.claim(open.hold(id, operate()), userId);
  }

  @Override
  public void setAssignee(String id, String userId) {
    assignment.assign(open.hold(id, operate()), userId);
  }

  @Override
  public void setOwner(String id, String userId) {
    assignment.setOwner(open.hold(id, operate()), userId);
  }

  @Override
  public void delegateTask(String id, String userId) {
    assignment.delegate(open.hold(id, operate()), userId);
  }

  @Override
  public void resolveTask(String id, Map<String, TypedValue> variables) {
    Predicate<String> permittedKey = operate();
    Held held = open.holdWithInstance(id, permittedKey).ifActive();
    assignment.giveBack(open.hold(id, permittedKey));
    this.variables.change(held, held.task().scopes(), variables, List.of());
  }

  @Override
  public void saveTask(String id, TaskDetails details) {
    assignment.save(open.hold(id, operate()), details);
  }

  @Override
  public void complete(String id, Map<String, TypedValue> variables) {
    completeWithVariablesInReturn(id, variables);
  }

  @Override
  public Map<String, TypedValue> completeWithVariablesInReturn(
      String id, Map<String, TypedValue> variables) {
    ProcessRights rights = rights();
    Held held = open.holdWithInstance(id, operate()).ifActive();
    return rights.shown(
        held.task().definitionKey(), completion.complete(held, variables), variables);
  }

  @Override
  public void handleBpmnError(
      String id, String errorCode, String errorMessage, Map<String, TypedValue> variables) {
    checkNotEmpty("taskId", id);
    checkNotEmpty("errorCode", errorCode);
    Held held = open.holdWithInstanceOrNotFound(id, operate()).ifActive();
    completion.bpmnError(held, errorCode, errorMessage, variables);
  }

  @Override
  public void handleEscalation(
      String id, String escalationCode, Map<String, TypedValue> variables) {
    checkNotEmpty("taskId", id);
    checkNotEmpty("escalationCode", escalationCode);
    Held held = open.holdWithInstanceOrNotFound(id, operate()).ifActive();
    completion.escalation(held, escalationCode, variables);
  }

  @Override
  public Optional<Task> task(String id) {
    Predicate<String> permittedKey = read();
    return Entities.find(
        entityManager,
        UserTaskEntity.class,
        id,
        found ->
            found
                .filter(UserTaskEntity::isOpen)
                .filter(task -> permittedKey.test(task.definitionKey()))
                .map(UserTaskEntity::toTask));
  }

  @Override
  public List<Task> tasks(ListQuery<TaskFilter, TaskSort> query) {
    return list(query, rights()).list(UserTaskEntity::toTask);
  }

  @Override
  public long countTasks(ListQuery<TaskFilter, TaskSort> query) {
    return list(query, rights()).count();
  }

  private Listing<UserTaskEntity, TaskFilter, TaskSort> list(
      ListQuery<TaskFilter, TaskSort> query, ProcessRights rights) {
    return rights.limit(new UserTaskList(entityManager, query), "definitionKey");
  }

  @Override
  public List<TaskCountByCandidateGroup> countTasksByCandidateGroup() {
    return candidateGroups.count(entityManager, rights());
  }

  @Override
  public Map<String, TypedValue> variables(String id) {
    return variables.all(open.find(id, readVariables()).scopesWithOwn());
  }

  @Override
  public Optional<TypedValue> variable(String id, String name) {
    return variables.find(open.find(id, readVariables()).scopesWithOwn(), name);
  }

  @Override
  public void changeVariables(
      String id, Map<String, TypedValue> modifications, Collection<String> deletions) {
    Held held = open.holdWithInstance(id, operate());
    variables.change(held, held.task().scopesWithOwn(), modifications, deletions);
    log.variablesChanged(held.task(), modifications, deletions);
  }

  @Override
  public Map<String, TypedValue> variablesLocal(String id) {
    return variables.all(ownScope(open.find(id, readVariables())));
  }

  @Override
  public Optional<TypedValue> variableLocal(String id, String name) {
    return variables.find(ownScope(open.find(id, readVariables())), name);
  }

  @Override
  public void changeVariablesLocal(
      String id, Map<String, TypedValue> modifications, Collection<String> deletions) {
    Held held = open.holdWithInstance(id, operate());
    variables.change(held, ownScope(held.task()), modifications, deletions);
    log.variablesChanged(held.task(), modifications, deletions);
  }

  @Override
  public List<IdentityLink> identityLinks(String id) {
    return assignment.links(open.find(id, read()));
  }

  @Override
  public void addIdentityLink(String id, IdentityLink link) {
    check(link);
    assignment.add(open.hold(id, operate()), link);
  }

  @Override
  public void deleteIdentityLink(String id, IdentityLink link) {
    check(link);
    assignment.delete(open.hold(id, operate()), link);
  }

  private ProcessRights rights() {
    return new ProcessRights(grants.ofCaller());
  }

  private Predicate<String> read() {
    return rights().permitting(Verb.READ);
  }

  private Predicate<String> readVariables() {
    return rights()::permitVariables;
  }

  private Predicate<String> operate() {
    return rights().permitting(Verb.OPERATE);
  }

  private static List<String> ownScope(UserTaskRow task) {
    return List.of(task.id());
  }

  private static void check(IdentityLink link) {
    ensureNotNull("type", link.type());
    if ((link.userId() == null) == (link.groupId() == null)) {
      throw new NullValueException(
          "An identity link needs either a user or a group, but not %s"
              .formatted(link.userId() == null ? "neither" : "both"));
    }
  }

  private static void checkNotEmpty(String what, String text) {
    if (text == null || text.isEmpty()) {
      throw new BadUserRequestException(
          "%s is %s".formatted(what, text == null ? "null" : "empty"));
    }
  }
}
