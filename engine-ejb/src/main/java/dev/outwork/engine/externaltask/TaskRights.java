package dev.outwork.engine.externaltask;

import dev.outwork.api.AuthorizationException;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.ExternalTaskFilter;
import dev.outwork.api.externaltask.ExternalTaskSort;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.identity.AuthenticatedUser;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Listing;
import dev.outwork.engine.right.ProcessRights;
import dev.outwork.engine.right.Rights;
import dev.outwork.engine.right.Thing;
import dev.outwork.engine.right.Verb;
import jakarta.persistence.criteria.Predicate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a caller may do with external tasks: fetch and report by topic; read and operate by topic or
 * by process. It travels with reports that another thread makes.
 *
 * @param caller to whom locks belong that are taken now; null if to nobody in particular
 */
public record TaskRights(Rights rights, String caller) {
  static final TaskRights ALL = new TaskRights(Rights.ALL, null);

  /** The rights of the user of this thread. */
  public static TaskRights ofCaller(Rights rights) {
    return new TaskRights(rights, AuthenticatedUser.name().orElse(null));
  }

  /**
   * The request of the caller without the topics that may not be fetched, so that they behave like
   * topics without work.
   */
  public FetchAndLock fetchable(FetchAndLock request) {
    FetchAndLock own = request.by(caller);
    return rights.areAll()
        ? own
        : own.forTopics(
            request.topics().stream()
                .filter(topic -> rights.allow(Verb.FETCH, Thing.TOPIC, topic.topicName()))
                .toList());
  }

  /**
   * Whether the caller may report on a task with regard to its lock: those that it took itself, or
   * nobody in particular, and those of others if it may operate on the task.
   */
  boolean ownLock(TaskRow task) {
    return rights.areAll()
        || task.lockedBy() == null
        || task.lockedBy().equals(caller)
        || allow(Verb.OPERATE, task);
  }

  boolean see(ExternalTask task) {
    return allow(Verb.READ, task.topicName(), task.processDefinitionKey());
  }

  /** The same in lists. */
  List<Predicate> seen(Conditions<ExternalTaskEntity> tasks) {
    return rights.areAll()
        ? List.of()
        : List.of(
            tasks
                .build()
                .or(
                    tasks.matches("topicName", rights.on(Verb.READ, Thing.TOPIC)),
                    tasks.matches("definitionKey", rights.on(Verb.READ, Thing.PROCESS))));
  }

  /**
   * Restricts a list in the same way; who reads a topic does not read all variables of processes.
   */
  Listing<ExternalTaskEntity, ExternalTaskFilter, ExternalTaskSort> limit(ExternalTaskList list) {
    return rights.areAll()
        ? list
        : list.seenBy(this::seen)
            .comparing(tasks -> new ProcessRights(rights).compare(tasks, "definitionKey"));
  }

  /**
   * Returns if one of these verbs is granted on a task. Otherwise throws what a task that does not
   * exist throws, if it may not be read.
   */
  void check(TaskRow task, Verb... anyOf) {
    check(task, HeldTask::notFound, anyOf);
  }

  /**
   * The same.
   *
   * @param missing the exception for an id without a task
   */
  void check(TaskRow task, Function<String, NotFoundException> missing, Verb... anyOf) {
    if (Stream.of(anyOf).anyMatch(verb -> allow(verb, task))) {
      return;
    }
    if (!allow(Verb.READ, task)) {
      throw missing.apply(task.id());
    }
    throw new AuthorizationException(
        "The caller may not %s on topic '%s'".formatted(anyOf[0], task.topicName()));
  }

  /**
   * Returns if there are tasks that may be operated: for those who name many, of which each is
   * checked when its turn comes.
   */
  void checkOperateSome() {
    if (rights.on(Verb.OPERATE, Thing.TOPIC).isEmpty()
        && rights.on(Verb.OPERATE, Thing.PROCESS).isEmpty()) {
      throw new AuthorizationException("The caller may not operate on any topic or process");
    }
  }

  private boolean allow(Verb verb, TaskRow task) {
    return allow(verb, task.topicName(), task.definitionKey());
  }

  private boolean allow(Verb verb, String topicName, String processDefinitionKey) {
    return rights.allow(verb, Thing.TOPIC, topicName)
        || rights.allow(verb, Thing.PROCESS, processDefinitionKey);
  }
}
