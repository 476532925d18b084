package dev.outwork.engine.usertask;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.instance.Journeys;
import dev.outwork.engine.token.Journey;
import dev.outwork.engine.usertask.OpenTasks.Held;
import dev.outwork.engine.variable.VariableStore;
import dev.outwork.engine.variable.Variables;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The variables visible to tasks, and their local ones. */
@Collaborator
class UserTaskVariables {
  private final VariableStore store;
  private final Journeys journeys;

  @Inject
  UserTaskVariables(VariableStore store, Journeys journeys) {
    this.store = store;
    this.journeys = journeys;
  }

  /** {@code chain} as in {@link Variables}. */
  Map<String, TypedValue> all(List<String> chain) {
    return new Variables(store).visibleFrom(chain);
  }

  Optional<TypedValue> find(List<String> chain, String name) {
    return new Variables(store).get(chain, name);
  }

  /** Conditions that become true move the instance. */
  void change(
      Held held,
      List<String> chain,
      Map<String, TypedValue> modifications,
      Collection<String> deletions) {
    Journey journey = journeys.resume(held.instance());
    journey.variables().setAll(chain, modifications);
    journey.variablesHaveChanged();
    deletions.forEach(name -> journey.variables().remove(chain, name));
    journey.variablesHaveChanged();
    journeys.write(journey);
  }
}
