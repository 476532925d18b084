package dev.outwork.engine.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.NotFoundException;
import dev.outwork.engine.database.Portions;
import dev.outwork.engine.history.EndedInstanceStore.Called;
import dev.outwork.engine.history.EndedInstanceStore.Expiring;
import dev.outwork.engine.history.EndedInstanceStore.Held;
import dev.outwork.engine.instance.InstanceDeletion.InstancesDeleted;
import dev.outwork.engine.instance.InstanceStore;
import jakarta.enterprise.context.ApplicationScoped;
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
 * Process instances that have ended: when they may be forgotten, and forgetting them. They go one
 * by one: what an instance has called stays, and stands for itself once the root of the calls is
 * gone.
 */
@ApplicationScoped
public class EndedInstances {
  private final EndedInstanceStore ended;
  private final InstanceStore instances;
  private final Event<InstancesDeleted> deleted;
  private final Clock clock;

  /**
   * A tree of calls that has been kept long enough.
   *
   * @param removalTime since when it may go
   * @param processInstanceIds the root and all that it has called, through all levels
   */
  public record DueTree(String rootId, Instant removalTime, List<String> processInstanceIds) {}

  private record DueRoot(String id, Instant removalTime) {}

  /** For the container's proxy. */
  protected EndedInstances() {
    this(null, null, null, null);
  }

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
   * When an instance may be forgotten (docs/rest-api.md, "Removal of history").
   *
   * @param rootEndedAt end of the root of its calls; null while that runs
   * @param timeToLive days, of the definition of the root; null for ever
   */
  public static Optional<Instant> removalTime(Instant rootEndedAt, Integer timeToLive) {
    return rootEndedAt == null || timeToLive == null
        ? Optional.empty()
        : Optional.of(rootEndedAt.plus(Duration.ofDays(timeToLive)));
  }

  /**
   * Deletes ended instances for good, with all that belongs to them.
   *
   * @throws NotFoundException if one of them does not exist
   * @throws BadUserRequestException if one of them still runs
   */
  public void delete(List<String> ids) {
    delete(ids, true);
  }

  /**
   * Deletes those that there are.
   *
   * @throws BadUserRequestException if one of them still runs
   */
  public void deleteIfExist(List<String> ids) {
    delete(ids, false);
  }

  private void delete(List<String> ids, boolean mustExist) {
    List<String> all = ids.stream().distinct().sorted().toList();
    for (List<String> some : Portions.of(all)) {
      List<String> held = hold(some, mustExist);
      if (!held.isEmpty()) {
        deleted.fire(new InstancesDeleted(held));
        instances.delete(held);
        ended.leaveCalledAlone(held);
      }
    }
  }

  private List<String> hold(List<String> ids, boolean mustExist) {
    List<Held> held = ended.lock(ids);
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
   * Deletes an instance that nothing has called with all that it has called, through all levels;
   * nothing happens if it is gone.
   *
   * @throws BadUserRequestException if one of them still runs
   */
  public void deleteTree(String rootId) {
    List<String> called = ended.calledByRoots(List.of(rootId)).stream().map(Called::id).toList();
    deleteIfExist(Stream.concat(Stream.of(rootId), called.stream()).toList());
  }

  /** Trees of calls whose removal time has come, those first whose time came first. */
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
