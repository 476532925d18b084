package dev.outwork.engine.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.outwork.api.AuthorizationException;
import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.NotFoundException;
import dev.outwork.engine.database.Portions;
import dev.outwork.engine.history.EndedInstanceStore.Called;
import dev.outwork.engine.history.EndedInstanceStore.Expiring;
import dev.outwork.engine.history.EndedInstanceStore.Held;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.instance.InstanceDeletion.InstancesDeleted;
import dev.outwork.engine.instance.InstanceStore;
import dev.outwork.engine.right.ProcessRights;
import dev.outwork.engine.right.Verb;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ended process instances: their removal times, and their deletion. They are deleted one by one:
 * called instances are kept, and become roots once their root is deleted.
 */
@Collaborator
@Dependent
public class EndedInstances {
  private final EndedInstanceStore ended;
  private final InstanceStore instances;
  private final Event<InstancesDeleted> deleted;
  private final Clock clock;

  /**
   * A call hierarchy whose time to live has expired.
   *
   * @param removalTime time from which it may be deleted
   * @param processInstanceIds the root and all instances that it called, on all levels
   */
  public record DueTree(String rootId, Instant removalTime, List<String> processInstanceIds) {}

  private record DueRoot(String id, Instant removalTime) {}

  @Inject
  EndedInstances(
      EndedInstanceStore ended,
      InstanceStore instances,
      Event<InstancesDeleted> deleted,
      Clock clock) {
    this.ended = ended;
    this.instances = instances;
    this.deleted = deleted;
    this.clock = clock;
  }

  /**
   * The removal time of an instance (docs/rest-api.md, "Removal of history").
   *
   * @param rootEndedAt end of the root of its call hierarchy; null while that is running
   * @param timeToLive in days, of the root's definition; null for an unlimited time
   */
  public static Optional<Instant> removalTime(Instant rootEndedAt, Integer timeToLive) {
    return rootEndedAt == null || timeToLive == null
        ? Optional.empty()
        : Optional.of(rootEndedAt.plus(Duration.ofDays(timeToLive)));
  }

  /**
   * Deletes ended instances permanently, with all their data. Those that may not be seen do not
   * exist.
   *
   * @return how many
   * @throws NotFoundException if one of them does not exist
   * @throws BadUserRequestException if one of them is still running
   * @throws AuthorizationException if one of them may be seen, but not deleted
   */
  int delete(List<String> ids, ProcessRights rights) {
    return delete(ids, true, rights);
  }

  /**
   * Deletes those instances that exist.
   *
   * @return how many
   * @throws BadUserRequestException if one of them is still running
   * @throws AuthorizationException if one of them may be seen, but not deleted
   */
  int deleteIfExist(List<String> ids, ProcessRights rights) {
    return delete(ids, false, rights);
  }

  private int delete(List<String> ids, boolean mustExist, ProcessRights rights) {
    int count = 0;
    List<String> all = ids.stream().distinct().sorted().toList();
    for (List<String> some : Portions.of(all)) {
      List<String> held = hold(some, mustExist, rights);
      if (!held.isEmpty()) {
        deleted.fire(new InstancesDeleted(held));
        instances.delete(held);
        ended.leaveCalledAlone(held);
        count += held.size();
      }
    }
    return count;
  }

  private List<String> hold(List<String> ids, boolean mustExist, ProcessRights rights) {
    List<Held> held =
        ended.lock(ids).stream()
            .filter(found -> rights.permit(Verb.OPERATE, found.definitionKey()))
            .toList();
    held.stream()
        .filter(Held::running)
        .findFirst()
        .ifPresent(
            running -> {
              throw new BadUserRequestException(
                  "Process instance is still running, cannot delete historic process instance: %s"
                      .formatted(running.id()));
            });
    List<String> found = held.stream().map(Held::id).toList();
    if (mustExist && found.size() < ids.size()) {
      Set<String> missing = new HashSet<>(ids);
      found.forEach(missing::remove);
      throw new NotFoundException(
          "Historic process instance with id %s does not exist"
              .formatted(missing.stream().sorted().collect(Collectors.joining(", "))));
    }
    return found;
  }

  /**
   * Deletes a root process instance with all instances that it called, on all levels; does nothing
   * if it no longer exists.
   *
   * @throws BadUserRequestException if one of them is still running
   */
  public void deleteTree(String rootId) {
    List<String> called = ended.calledByRoots(List.of(rootId)).stream().map(Called::id).toList();
    deleteIfExist(Stream.concat(Stream.of(rootId), called.stream()).toList(), ProcessRights.ALL);
  }

  /** Call hierarchies whose removal time has come, the earliest first. */
  public List<DueTree> dueForRemoval(int most) {
    Instant now = clock.instant();
    List<DueRoot> due =
        ended.definitionsWithDue(now).stream()
            .flatMap(definition -> due(definition, now, most))
            .sorted(Comparator.comparing(DueRoot::removalTime).thenComparing(DueRoot::id))
            .limit(most)
            .toList();
    return trees(due);
  }

  private Stream<DueRoot> due(Expiring definition, Instant now, int most) {
    Instant endedUntil = now.minus(Duration.ofDays(definition.days()));
    return ended.endedUntil(endedUntil, definition.id(), most).stream()
        .map(
            root ->
                new DueRoot(
                    root.id(), removalTime(root.endedAt(), definition.days()).orElseThrow()));
  }

  private List<DueTree> trees(List<DueRoot> roots) {
    List<String> rootIds = roots.stream().map(DueRoot::id).toList();
    Map<String, List<String>> called =
        Portions.of(rootIds).stream()
            .flatMap(some -> ended.calledByRoots(some).stream())
            .collect(groupingBy(Called::rootId, mapping(Called::id, toList())));
    return roots.stream()
        .map(root -> new DueTree(root.id(), root.removalTime(), tree(root.id(), called)))
        .toList();
  }

  private static List<String> tree(String rootId, Map<String, List<String>> called) {
    List<String> ids = new ArrayList<>(List.of(rootId));
    ids.addAll(called.getOrDefault(rootId, List.of()));
    return List.copyOf(ids);
  }
}
