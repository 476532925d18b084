package dev.outwork.engine.bpmn;

import java.util.List;

/** The parameters of {@code camunda:inputOutput}, in document order. */
public record InputOutput(List<Parameter> inputs, List<Parameter> outputs) {
  public static final InputOutput NONE = new InputOutput(List.of(), List.of());

  /** A variable and where its value comes from. */
  public record Parameter(String name, Expression value) {}

  public InputOutput {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }
}
