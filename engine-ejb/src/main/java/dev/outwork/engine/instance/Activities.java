package dev.outwork.engine.instance;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The activities of one instance that a journey knows; those of earlier transactions are read when
 * they matter.
 */
final class Activities {
  private final String instanceId;
  private final Map<String, Activity> known = new LinkedHashMap<>();
  private Supplier<List<Activity>> others;

  /**
   * @param others the activities under way in the database; asked at most once
   */
  Activities(String instanceId, Supplier<List<Activity>> others) {
    this.instanceId = instanceId;
    this.others = others;
  }

  void add(Activity activity) {
    known.put(activity.id(), activity);
  }

  Activity get(String id) {
    if (!known.containsKey(id)) {
      readOthers();
    }
    Activity activity = known.get(id);
    if (activity == null) {
      throw new IllegalStateException(
          "Process instance '%s' has no activity '%s' under way".formatted(instanceId, id));
    }
    return activity;
  }

  /** Everything under way directly in a scope. */
  List<Activity> underWayIn(String scopeId) {
    readOthers();
    return known.values().stream()
        .filter(Activity::isUnderWay)
        .filter(activity -> activity.parentId().equals(scopeId))
        .toList();
  }

  /** Everything under way, whatever it is in. */
  List<Activity> underWay() {
    readOthers();
    return known.values().stream().filter(Activity::isUnderWay).toList();
  }

  /** The scopes that are seen from an execution, innermost first; the last one is the instance. */
  List<String> scopesFrom(String executionId) {
    Deque<String> scopes = new ArrayDeque<>();
    for (String id = executionId; !id.equals(instanceId); id = get(id).parentId()) {
      scopes.add(id);
    }
    scopes.add(instanceId);
    return List.copyOf(scopes);
  }

  /** Everything that this transaction began or found. */
  Collection<Activity> known() {
    return known.values();
  }

  private void readOthers() {
    if (others == null) {
      return;
    }
    List<Activity> found = others.get();
    others = null;
    found.forEach(activity -> known.putIfAbsent(activity.id(), activity));
  }
}
