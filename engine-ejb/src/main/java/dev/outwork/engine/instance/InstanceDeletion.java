package dev.outwork.engine.instance;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.engine.database.Portions;
import dev.outwork.engine.deployment.DefinitionDeletion;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Deletes the instances of deleted definitions if the deletion cascades, and vetoes it otherwise.
 */
@Collaborator
public class InstanceDeletion {
  /**
   * Fired within the transaction, before instances are deleted permanently: observers delete their
   * rows of these instances.
   */
  public record InstancesDeleted(List<String> processInstanceIds) {}

  private final InstanceStore instances;
  private final Event<InstancesDeleted> deleted;

  @Inject
  InstanceDeletion(InstanceStore instances, Event<InstancesDeleted> deleted) {
    this.instances = instances;
    this.deleted = deleted;
  }

  void definitionsAreDeleted(@Observes DefinitionDeletion deletion) {
    List<String> ids = instances.lockAllOf(deletion.definitionIds());
    if (ids.isEmpty()) {
      return;
    }
    if (!deletion.cascade()) {
      throw refusal(deletion.definitionIds());
    }
    delete(deletion.what(), withAllCalled(ids));
  }

  /** Names the first definition that has instances. */
  private ProcessEngineException refusal(List<String> definitionIds) {
    String id =
        definitionIds.stream()
            .filter(each -> !instances.lockAllOf(List.of(each)).isEmpty())
            .findFirst()
            .orElseThrow();
    return new ProcessEngineException(
        "ENGINE-03076 Deletion of process definition without cascading failed. Process definition with id: %s can't be deleted, because there are %d dependent process instances."
            .formatted(id, instances.lockAllOf(List.of(id)).size()),
        ProcessEngineException.FOREIGN_KEY_VIOLATION,
        null);
  }

  private List<String> withAllCalled(List<String> ids) {
    Set<String> all = new LinkedHashSet<>(ids);
    for (List<String> next = ids; !next.isEmpty(); ) {
      List<String> called =
          Portions.of(next).stream()
              .flatMap(some -> instances.lockCalledBy(some).stream())
              .filter(id -> !all.contains(id))
              .toList();
      all.addAll(called);
      next = called;
    }
    return List.copyOf(all);
  }

  private void delete(String what, List<String> ids) {
    for (List<String> some : Portions.of(ids)) {
      instances.callersElsewhere(some).stream()
          .filter(caller -> !ids.contains(caller))
          .findFirst()
          .ifPresent(
              caller -> {
                throw new ProcessEngineException(
                    "Cannot delete %s: process instance '%s' waits for an instance of it"
                        .formatted(what, caller),
                    ProcessEngineException.FOREIGN_KEY_VIOLATION,
                    null);
              });
      deleted.fire(new InstancesDeleted(some));
      instances.delete(some);
    }
  }
}
