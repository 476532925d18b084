package dev.outwork.engine.event;

import dev.outwork.api.Texts;
import dev.outwork.engine.deployment.DefinitionDeletion;
import dev.outwork.engine.deployment.DefinitionStore;
import dev.outwork.engine.deployment.Models;
import dev.outwork.engine.deployment.Models.ExecutableProcess;
import dev.outwork.engine.deployment.ProcessDeployed;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.token.SubscriptionOrder.Type;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * Start events are subscribed from the deployment of their version until that of the next, and
 * again once there is no newer version any more. A message starts at most one process of a tenant.
 */
@Collaborator
@Dependent
public class StartSubscriptions {
  private static final Logger LOG = Logger.getLogger(StartSubscriptions.class.getName());

  private final StartStore starts;
  private final SubscriptionStore subscriptions;
  private final DefinitionStore definitions;
  private final Models models;
  private final Clock clock;

  @Inject
  StartSubscriptions(
      StartStore starts,
      SubscriptionStore subscriptions,
      DefinitionStore definitions,
      Models models,
      Clock clock) {
    this.starts = starts;
    this.subscriptions = subscriptions;
    this.definitions = definitions;
    this.models = models;
    this.clock = clock;
  }

  void processIsDeployed(@Observes ProcessDeployed deployed) {
    starts.deleteOf(deployed.definition());
    for (SubscriptionRow row :
        StartListeners.of(deployed.definition(), deployed.model(), clock.instant())) {
      Optional<String> other = keyThatHasMessageOf(row);
      if (other.isPresent()) {
        throw StartListeners.refused(
            deployed.definition(),
            row.at().activityId(),
            "Cannot start process '%s' at '%s' by message '%s': it starts process '%s' already"
                .formatted(
                    row.process().definitionKey(),
                    row.at().activityId(),
                    row.eventName(),
                    other.get()));
      }
      subscriptions.insert(List.of(row));
    }
  }

  void definitionsAreDeleted(@Observes DefinitionDeletion deletion) {
    starts.deleteOfDefinitions(deletion.definitionIds());
    for (String definitionId : definitions.latestWithout(deletion.definitionIds())) {
      listenAgain(models.of(definitionId));
    }
  }

  private void listenAgain(ExecutableProcess process) {
    for (SubscriptionRow row :
        StartListeners.of(process.definition(), process.model(), clock.instant())) {
      Optional<String> other = keyThatHasMessageOf(row);
      if (other.isEmpty()) {
        subscriptions.insert(List.of(row));
        continue;
      }
      LOG.warning(
          () ->
              "Message '%s' does not start process definition '%s' again: it now starts process '%s'"
                  .formatted(
                      Texts.inOneLine(row.eventName()),
                      row.process().processDefinitionId(),
                      other.get()));
    }
  }

  private Optional<String> keyThatHasMessageOf(SubscriptionRow row) {
    return row.type() == Type.MESSAGE
        ? starts.keyStartedBy(row.eventName(), row.process().tenantId())
        : Optional.empty();
  }
}
