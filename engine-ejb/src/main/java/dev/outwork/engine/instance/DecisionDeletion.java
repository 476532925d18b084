package dev.outwork.engine.instance;

import dev.outwork.engine.decision.DecisionInstanceStore;
import dev.outwork.engine.instance.InstanceDeletion.InstancesDeleted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Deletes evaluated decisions together with their instances. */
@ApplicationScoped
public class DecisionDeletion {
  private final DecisionInstanceStore decisions;

  /** Required for the container's proxy. */
  protected DecisionDeletion() {
    this(null);
  }

  @Inject
  DecisionDeletion(DecisionInstanceStore decisions) {
    this.decisions = decisions;
  }

  void instancesAreDeleted(@Observes InstancesDeleted deletion) {
    decisions.deleteOf(deletion.processInstanceIds());
  }
}
