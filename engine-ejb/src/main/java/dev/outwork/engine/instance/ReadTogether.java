package dev.outwork.engine.instance;

import dev.outwork.engine.token.Activity;
import dev.outwork.engine.variable.ScopeLoader;
import dev.outwork.engine.variable.StoredVariable;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The reads of journeys on several instances, whose roots are locked: as soon as one of them needs
 * data, it is read for all, in one statement. Each journey asks once.
 */
public final class ReadTogether implements ScopeLoader {
  private final ActivityStore activities;
  private final ScopeLoader variables;
  private final Set<String> instanceIds;
  private final Set<String> scopeIds;
  private final ZonedDateTime now;
  private Map<String, List<Activity.Stored>> underWay;
  private Map<String, List<StoredVariable>> inScopes;

  ReadTogether(
      ActivityStore activities,
      ScopeLoader variables,
      Collection<String> instanceIds,
      Collection<String> scopeIds,
      ZonedDateTime now) {
    this.activities = activities;
    this.variables = variables;
    this.instanceIds = Set.copyOf(instanceIds);
    this.scopeIds = Set.copyOf(scopeIds);
    this.now = now;
  }

  /** The time of all these journeys, so that they write the same. */
  ZonedDateTime now() {
    return now;
  }

  /** Takes over data that was read already, for all instances and scopes. */
  public void know(
      List<ActivityStore.UnderWay> activitiesUnderWay, List<StoredVariable> variablesThere) {
    underWay = ActivityStore.byInstance(activitiesUnderWay);
    inScopes = byScope(variablesThere);
  }

  List<Activity.Stored> underWay(String instanceId) {
    if (underWay == null) {
      underWay = activities.underWay(instanceIds);
    }
    return underWay.getOrDefault(instanceId, List.of());
  }

  @Override
  public List<StoredVariable> load(Collection<String> asked) {
    if (!scopeIds.containsAll(asked)) {
      return variables.load(asked);
    }
    if (inScopes == null) {
      inScopes = byScope(variables.load(scopeIds));
    }
    List<StoredVariable> found = new ArrayList<>();
    asked.forEach(scopeId -> found.addAll(inScopes.getOrDefault(scopeId, List.of())));
    return found;
  }

  private static Map<String, List<StoredVariable>> byScope(List<StoredVariable> all) {
    return all.stream().collect(Collectors.groupingBy(StoredVariable::scopeId));
  }

  @Override
  public byte[] content(String variableId) {
    return variables.content(variableId);
  }
}
