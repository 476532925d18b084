package dev.outwork.engine.instance;

import dev.outwork.engine.database.Portions;
import dev.outwork.engine.deployment.DefinitionsSuspended;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;

/** Suspends and activates running instances, any number in one transaction. */
@Collaborator
public class Suspension {
  private final SuspensionStore store;
  private final Journeys journeys;

  @Inject
  Suspension(SuspensionStore store, Journeys journeys) {
    this.store = store;
    this.journeys = journeys;
  }

  /**
   * Suspends or activates these instances, with their tasks and jobs. Instances that are in that
   * state already, have ended, or do not exist are ignored.
   */
  public void setSuspended(Collection<String> processInstanceIds, boolean suspended) {
    List<List<String>> portions =
        Portions.of(processInstanceIds.stream().distinct().sorted().toList());
    hold(portions);
    for (List<String> some : portions) {
      List<String> changing = store.standing(some, !suspended);
      if (!changing.isEmpty()) {
        store.set(changing, suspended);
        journeys.setSuspended(changing, suspended);
      }
    }
  }

  void definitionsAreSuspended(@Observes DefinitionsSuspended suspension) {
    if (!suspension.includeProcessInstances()) {
      return;
    }
    List<String> running =
        Portions.of(suspension.definitionIds()).stream()
            .flatMap(some -> store.running(some).stream())
            .toList();
    setSuspended(running, suspension.suspended());
  }

  // Several call hierarchies are always locked in the order of their roots.
  private void hold(List<List<String>> portions) {
    List<String> roots =
        portions.stream().flatMap(some -> store.roots(some).stream()).distinct().sorted().toList();
    Portions.of(roots).forEach(store::lock);
  }
}
