package dev.outwork.engine.expression;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a decision has yielded, as output parameters see it: one result for each rule. */
public final class DecisionResult extends AbstractList<Map<String, Object>>
    implements CallReceiver {
  /** Its name in an expression. */
  public static final String NAME = "decisionResult";

  private final List<Map<String, Object>> results;

  /**
   * @param results each with its outputs by name
   */
  public DecisionResult(List<Map<String, Object>> results) {
    this.results = results;
  }

  @Override
  public Kind kind() {
    return Kind.DECISION_RESULT;
  }

  @Override
  public Entries get(int index) {
    return new Entries(results.get(index));
  }

  @Override
  public int size() {
    return results.size();
  }

  /** The results as plain maps. */
  List<Map<String, Object>> plain() {
    return results;
  }

  /** The outputs of one result. */
  static final class Entries extends AbstractMap<String, Object> implements CallReceiver {
    private final Map<String, Object> outputs;

    Entries(Map<String, Object> outputs) {
      this.outputs = outputs;
    }

    @Override
    public Kind kind() {
      return Kind.DECISION_RESULT_ENTRIES;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
      return Collections.unmodifiableMap(outputs).entrySet();
    }

    /** The outputs as a plain map. */
    Map<String, Object> plain() {
      return outputs;
    }
  }
}
