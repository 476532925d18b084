package dev.outwork.engine.instance;

import dev.outwork.engine.database.Portions;
import dev.outwork.engine.deployment.DefinitionsSuspended;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.operation.Operation;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Suspends and activates running instances, any number in one transaction. */
@Collaborator
@Dependent
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
   *
   * @return the ids of those that it has changed
   */
  public List<String> setSuspended(Collection<String> processInstanceIds, boolean suspended) {
    List<List<String>> portions =
        Portions.of(processInstanceIds.stream().distinct().sorted().toList());
    hold(portions);
    List<String> changed = new ArrayList<>();
    for (List<String> some : portions) {
      List<String> changing = store.standing(some, !suspended);
      if (!changing.isEmpty()) {
        store.set(changing, suspended);
        journeys.setSuspended(changing, suspended);
        changed.addAll(changing);
      }
    }
    return changed;
  }

  /** What the log says of a suspension by hand; that of all of them is named after jobs there. */
  static List<Operation> operations(List<String> ids, boolean suspended) {
    if (ids.isEmpty()) {
      return List.of();
    }
    String type = Operation.suspension(suspended);
    Operation all = Operation.onInstance(type + "Job", null).many(ids.size(), false);
    return Stream.concat(
            Stream.of(all),
            ids.stream().map(id -> Operation.onInstance(type, id).suspended(suspended)))
        .toList();
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
