package dev.outwork.engine.deployment;

import dev.outwork.api.NotFoundException;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.logging.Logger;

/** Suspends and activates definitions, now or at a date. */
@Collaborator
@Dependent
public class DefinitionSuspension {
  private static final Logger LOG = Logger.getLogger(DefinitionSuspension.class.getName());

  private final DefinitionStore definitions;
  private final Event<DefinitionsSuspended> suspensions;
  private final Event<PlannedSuspension> plans;

  @Inject
  DefinitionSuspension(
      DefinitionStore definitions,
      Event<DefinitionsSuspended> suspensions,
      Event<PlannedSuspension> plans) {
    this.definitions = definitions;
    this.suspensions = suspensions;
    this.plans = plans;
  }

  /** Executes a planned change now; does nothing if its definition no longer exists. */
  public void carryOut(PlannedSuspension plan) {
    List<String> ids =
        plan.definitionId() == null
            ? definitions.idsOfKey(plan.key())
            : definitions.find(plan.definitionId()).map(ProcessDefinition::id).stream().toList();
    if (!ids.isEmpty()) {
      set(ids, plan.suspended(), plan.includeProcessInstances());
    }
  }

  /**
   * @param executionDate null for now
   */
  void ofDefinition(
      String id, boolean suspended, boolean includeProcessInstances, Instant executionDate) {
    ProcessDefinition definition = definitions.existing(id);
    if (executionDate == null) {
      set(List.of(id), suspended, includeProcessInstances);
      return;
    }
    plan(definition, suspended, includeProcessInstances, executionDate);
  }

  /**
   * @param executionDate null for now
   */
  void ofKey(
      String key, boolean suspended, boolean includeProcessInstances, Instant executionDate) {
    List<String> ids = definitions.idsOfKey(key);
    if (ids.isEmpty()) {
      throw missing(key);
    }
    if (executionDate == null) {
      set(ids, suspended, includeProcessInstances);
      return;
    }
    plans.fire(
        new PlannedSuspension(null, key, null, suspended, includeProcessInstances, executionDate));
  }

  static NotFoundException missing(String key) {
    return new NotFoundException("No process definition found with key '%s'".formatted(key));
  }

  void plan(
      ProcessDefinition definition,
      boolean suspended,
      boolean includeProcessInstances,
      Instant executionDate) {
    plans.fire(
        new PlannedSuspension(
            definition.id(),
            definition.key(),
            definition.tenantId(),
            suspended,
            includeProcessInstances,
            executionDate));
  }

  private void set(List<String> ids, boolean suspended, boolean includeProcessInstances) {
    // Locks instances before definitions, as a deletion does.
    suspensions.fire(new DefinitionsSuspended(ids, suspended, includeProcessInstances));
    definitions.setSuspended(ids, suspended);
    LOG.info(
        () ->
            "%s process definitions %s%s"
                .formatted(
                    suspended ? "Suspended" : "Activated",
                    ids,
                    includeProcessInstances ? " with their instances" : ""));
  }
}
