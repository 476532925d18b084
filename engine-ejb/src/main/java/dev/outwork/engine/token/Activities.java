package dev.outwork.engine.token;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The activities of one instance that a journey knows; those of earlier transactions are read on
 * demand.
 */
public final class Activities {
  private final Running running;
  private final Map<String, Activity> known = new LinkedHashMap<>();
  private Supplier<List<Activity.Stored>> others;

  /**
   * @param others the running activities in the database; read at most once
   */
  Activities(Running running, Supplier<List<Activity.Stored>> others) {
    this.running = running;
    this.others = others;
  }

  void add(Activity activity) {
    known.put(activity.id(), activity);
  }

  /** Adds an activity of an earlier transaction. */
  public void add(Activity.Stored stored) {
    known.putIfAbsent(
        stored.id(), Activity.stored(running, running.model().node(stored.elementId()), stored));
  }

  /** A running activity, or the process instance. */
  public Optional<Activity> find(String id) {
    if (id.equals(running.root().id())) {
      return Optional.of(running.root());
    }
    if (!known.containsKey(id)) {
      readOthers();
    }
    return Optional.ofNullable(known.get(id));
  }

  Activity get(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Process instance '%s' has no running activity '%s'"
                        .formatted(running.instance().id(), id)));
  }

  Activity parentOf(Activity activity) {
    return get(activity.parentId());
  }

  /** The running activities directly in a scope. */
  List<Activity> underWayIn(Activity scope) {
    return underWay().stream().filter(activity -> activity.parentId().equals(scope.id())).toList();
  }

  /** The running activities in a scope at any depth, inner ones before outer ones. */
  List<Activity> underWayBelow(Activity scope) {
    Deque<Activity> found = new ArrayDeque<>();
    addBelow(scope, found);
    return List.copyOf(found);
  }

  private void addBelow(Activity scope, Deque<Activity> found) {
    for (Activity activity : underWayIn(scope)) {
      found.push(activity);
      addBelow(activity, found);
    }
  }

  /** All running activities. */
  List<Activity> underWay() {
    readOthers();
    return known.values().stream().filter(Activity::isUnderWay).toList();
  }

  /** The scopes visible from an execution, innermost first; the last one is the instance. */
  public List<String> scopesFrom(String executionId) {
    String instanceId = running.root().id();
    Deque<String> scopes = new ArrayDeque<>();
    for (String id = executionId; !id.equals(instanceId); id = get(id).parentId()) {
      scopes.add(id);
    }
    scopes.add(instanceId);
    return List.copyOf(scopes);
  }

  /** All activities that this transaction started or read. */
  public Collection<Activity> known() {
    return known.values();
  }

  private void readOthers() {
    if (others == null) {
      return;
    }
    List<Activity.Stored> found = others.get();
    others = null;
    found.forEach(this::add);
  }
}
