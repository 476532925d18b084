package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.Names;
import java.util.List;

/**
 * The parameters of {@code camunda:inputOutput}, in document order.
 *
 * @param innerInputs set after {@code inputs}, which they can read: those of a connector
 */
public record InputOutput(
    List<Parameter> inputs, List<Parameter> innerInputs, List<Parameter> outputs) {
  public static final InputOutput NONE = new InputOutput(List.of(), List.of(), List.of());

  /** A variable and the source of its value. */
  public record Parameter(String name, Value value) {}

  /** A text, expression, list or map. */
  public interface Value {
    /**
     * Throws {@link dev.outwork.engine.expression.ExpressionException} if there is no result.
     *
     * @return as {@link Names#whole}
     */
    Object evaluate(Names names);
  }

  public InputOutput {
    inputs = List.copyOf(inputs);
    innerInputs = List.copyOf(innerInputs);
    outputs = List.copyOf(outputs);
  }
}
