package dev.outwork.engine.dmn;

import java.util.List;
import java.util.Optional;

/**
 * A DMN document: decisions that may require each other.
 *
 * @param id of the document
 * @param name may be null
 * @param category its namespace
 * @param decisions those that can be evaluated, in document order
 */
public record DecisionGraph(
    String id, String name, String category, List<DecisionModel> decisions) {
  public DecisionGraph {
    decisions = List.copyOf(decisions);
  }

  /** Whether it is a requirements graph; a single decision is none. */
  public boolean hasRequirements() {
    return decisions.size() > 1;
  }

  public Optional<DecisionModel> decision(String key) {
    return decisions.stream().filter(decision -> decision.key().equals(key)).findFirst();
  }
}
