package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.Condition;
import dev.outwork.engine.expression.Expression;
import dev.outwork.engine.expression.Opaque;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The body of a multi-instance activity (BPMN 2.0, chapter 10.3.8): the scope of its instances,
 * which run sequentially or in parallel. Its id is that of the activity with {@link #SUFFIX}.
 *
 * @param innerId id of the activity
 * @param cardinality number of instances; null if the collection determines it
 * @param collection the elements; null if there are none
 * @param elementVariable receives the element of each instance; null for none
 * @param completionCondition evaluated after each instance; if true, ends the others; null for none
 */
public record MultiInstance(
    NodeInfo info,
    String innerId,
    boolean isSequential,
    Expression cardinality,
    Expression collection,
    String elementVariable,
    Condition completionCondition,
    String compensates)
    implements FlowNode {
  public static final String SUFFIX = "#multiInstanceBody";

  private static final String ALL = "nrOfInstances";
  private static final String ACTIVE = "nrOfActiveInstances";
  private static final String COMPLETED = "nrOfCompletedInstances";

  /** The number of an instance within its body, from 0. */
  public static final String COUNTER = "loopCounter";

  @Override
  public void enter(Token token) {
    int count = count(token);
    token.setLocal(ALL, count);
    token.setLocal(COMPLETED, 0);
    token.setLocal(ACTIVE, isSequential ? Math.min(1, count) : count);
    if (count == 0) {
      token.workIsDone();
      return;
    }
    List<?> elements = elements(token);
    token.beginInside(
        innerId,
        IntStream.range(0, isSequential ? 1 : count)
            .mapToObj(index -> locals(index, elements))
            .toList());
  }

  @Override
  public void tokenInsideEnded(Token token) {
    int all = token.localNumber(ALL);
    int completed = token.localNumber(COMPLETED) + 1;
    boolean more = isSequential && completed < all;
    token.setLocal(COMPLETED, completed);
    if (!more) {
      oneLess(token);
    }
    if (completionCondition != null
        && token.holds(completionCondition, "the completion condition")) {
      token.cancelInside();
      token.workIsDone();
    } else if (more) {
      token.beginInside(innerId, List.of(locals(completed, elements(token))));
    } else if (token.isEmptyInside()) {
      token.workIsDone();
    }
  }

  /** Enters the body without instances; {@link #oneMore} adds them. */
  public void enterEmpty(Token token) {
    token.setLocal(ALL, 0);
    token.setLocal(COMPLETED, 0);
    token.setLocal(ACTIVE, 0);
  }

  /** Counts an instance that a client starts, and returns its number. */
  public int oneMore(Token token) {
    int all = token.localNumber(ALL);
    token.setLocal(ALL, all + 1);
    token.setLocal(ACTIVE, token.localNumber(ACTIVE) + 1);
    return all;
  }

  /** An instance has ended or was cancelled by a client. */
  public void oneLess(Token token) {
    token.setLocal(ACTIVE, Math.max(0, token.localNumber(ACTIVE) - 1));
  }

  private int count(Token token) {
    if (cardinality == null) {
      return elements(token).size();
    }
    int count = number(token);
    if (count < 0) {
      throw token.stuck("its loop cardinality is %d: it must not be negative".formatted(count));
    }
    return count;
  }

  private int number(Token token) {
    Object value = token.evaluate(cardinality, "the loop cardinality");
    try {
      return new BigDecimal(String.valueOf(value)).intValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw token.stuck("its loop cardinality is not an integer");
    }
  }

  private List<?> elements(Token token) {
    if (collection == null) {
      return List.of();
    }
    Object value = token.evaluate(collection, "the collection");
    if (value instanceof List<?> elements) {
      return elements;
    }
    throw token.stuck(
        "its collection is %snot a list"
            .formatted(value instanceof Opaque other ? other.description() + ", which is " : ""));
  }

  private Map<String, Object> locals(int index, List<?> elements) {
    Map<String, Object> locals = new HashMap<>();
    locals.put(COUNTER, index);
    if (elementVariable != null) {
      locals.put(elementVariable, index < elements.size() ? elements.get(index) : null);
    }
    return locals;
  }
}
