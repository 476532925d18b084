package dev.outwork.engine.deployment;

import dev.outwork.api.decision.DecisionDefinition;
import dev.outwork.engine.dmn.DecisionGraph;
import dev.outwork.engine.dmn.DecisionModel;
import dev.outwork.engine.dmn.DmnReader;
import dev.outwork.engine.inject.Collaborator;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The models of decisions on this node. A definition never changes, so neither does its model. */
@Collaborator
public class DecisionModels {
  private final DecisionStore decisions;
  private final Map<String, DeployedDecision> known = new ConcurrentHashMap<>();

  /**
   * A definition with its model. Its history time to live may be outdated.
   *
   * @param definitions of all decisions of its document, by key
   */
  public record DeployedDecision(
      DecisionDefinition definition,
      DecisionModel model,
      Map<String, DecisionDefinition> definitions) {
    public DeployedDecision {
      definitions = Map.copyOf(definitions);
    }
  }

  @Inject
  DecisionModels(DecisionStore decisions) {
    this.decisions = decisions;
  }

  /** The model of an existing definition. */
  public DeployedDecision of(DecisionDefinition definition) {
    DeployedDecision decision = known.get(definition.id());
    if (decision == null) {
      read(definition);
      decision = known.get(definition.id());
    }
    return decision;
  }

  private void read(DecisionDefinition definition) {
    byte[] document = decisions.document(definition.id()).orElseThrow();
    DecisionGraph graph = DmnReader.readDeployed(definition.resource(), document);
    Map<String, DecisionDefinition> definitions =
        decisions.ofSameDocument(definition).stream()
            .collect(Collectors.toMap(DecisionDefinition::key, Function.identity()));
    graph
        .decisions()
        .forEach(
            model -> {
              DecisionDefinition its = definitions.get(model.key());
              known.put(its.id(), new DeployedDecision(its, model, definitions));
            });
  }
}
