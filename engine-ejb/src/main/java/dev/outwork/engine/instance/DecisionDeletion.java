package dev.outwork.engine.instance;

import dev.outwork.engine.decision.DecisionInstanceStore;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.instance.InstanceDeletion.InstancesDeleted;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Deletes evaluated decisions together with their instances. */
@Collaborator
public class DecisionDeletion {
  private final DecisionInstanceStore decisions;

  @Inject
  DecisionDeletion(DecisionInstanceStore decisions) {
    this.decisions = decisions;
  }

  void instancesAreDeleted(@Observes InstancesDeleted deletion) {
    decisions.deleteOf(deletion.processInstanceIds());
  }
}
