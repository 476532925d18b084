package dev.outwork.engine.dmn;

import dev.outwork.api.deployment.ParseException;
import dev.outwork.engine.bpmn.reader.Place;
import dev.outwork.engine.bpmn.reader.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.operaton.bpm.dmn.engine.DmnDecision;
import org.operaton.bpm.dmn.engine.DmnEngineException;
import org.operaton.bpm.model.dmn.instance.Decision;
import org.operaton.bpm.model.dmn.instance.Definitions;

/** Reads a DMN document (1.1 to 1.5); the result can be evaluated. */
public final class DmnReader {
  private DmnReader() {}

  /** Throws {@link ParseException} with every problem found. */
  public static DecisionGraph read(String resourceName, byte[] document) {
    return read(resourceName, document, new Problems());
  }

  /** Reads a deployed document, which an earlier version that refused less may have accepted. */
  public static DecisionGraph readDeployed(String resourceName, byte[] document) {
    return read(resourceName, document, Problems.ofDeployed());
  }

  private static DecisionGraph read(String resourceName, byte[] bytes, Problems problems) {
    DmnDocument document = DmnDocument.parse(bytes, problems).orElse(null);
    problems.throwIfAny(resourceName);
    Feel feel = new Feel();
    new DmnRules(document, feel, problems).check();
    problems.throwIfAny(resourceName);
    try {
      return graph(document, feel);
    } catch (DmnEngineException refused) {
      problems.add(Place.UNKNOWN, "The document cannot be evaluated: " + reason(refused));
      problems.throwIfAny(resourceName);
      throw refused;
    }
  }

  private static String reason(Throwable refused) {
    return refused.getCause() == null ? refused.getMessage() : reason(refused.getCause());
  }

  private static DecisionGraph graph(DmnDocument document, Feel feel) {
    Map<String, DmnDecision> logic =
        Library.engine(new FeelSteps(feel), event -> {}).parseDecisions(document.model()).stream()
            .collect(Collectors.toMap(DmnDecision::getKey, decision -> decision));
    Definitions definitions = document.model().getDefinitions();
    List<DecisionModel> decisions =
        definitions.getChildElementsByType(Decision.class).stream()
            .filter(decision -> logic.get(decision.getId()).getDecisionLogic() != null)
            .map(decision -> model(decision, logic.get(decision.getId()), feel))
            .toList();
    return new DecisionGraph(
        definitions.getId(), definitions.getName(), definitions.getNamespace(), decisions);
  }

  private static DecisionModel model(Decision decision, DmnDecision logic, Feel feel) {
    return new DecisionModel(
        decision.getId(),
        decision.getName(),
        attribute(decision, "versionTag").orElse(null),
        attribute(decision, "historyTimeToLive").flatMap(DmnRules::days).orElse(null),
        logic,
        feel);
  }

  private static Optional<String> attribute(Decision decision, String name) {
    return Optional.ofNullable(decision.getAttributeValueNs(DmnRules.CAMUNDA, name))
        .filter(value -> !value.isBlank());
  }
}
