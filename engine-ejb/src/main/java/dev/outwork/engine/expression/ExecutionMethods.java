package dev.outwork.engine.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The methods of {@code execution}: access to its variables, and getters of its properties. */
final class ExecutionMethods {
  static final List<Method> ALL =
      Stream.concat(
              Stream.of(
                  method("getVariable", 1, Kind.ANY, call -> visible(call).get(call.text(0))),
                  method(
                      "hasVariable",
                      1,
                      Kind.BOOLEAN,
                      call -> visible(call).containsKey(call.text(0))),
                  method("hasVariables", 0, Kind.BOOLEAN, call -> !visible(call).isEmpty()),
                  method("getVariableLocal", 1, Kind.ANY, call -> local(call).get(call.text(0))),
                  method(
                      "hasVariableLocal",
                      1,
                      Kind.BOOLEAN,
                      call -> local(call).containsKey(call.text(0))),
                  method("hasVariablesLocal", 0, Kind.BOOLEAN, call -> !local(call).isEmpty())),
              Arrays.stream(ExecutionProperty.values()).map(ExecutionMethods::getter))
          .toList();

  private ExecutionMethods() {}

  private static Method method(String name, int arity, Kind result, Method.Body body) {
    return new Method(Kind.EXECUTION, name, arity, result, body);
  }

  private static Method getter(ExecutionProperty property) {
    return method(
        property.getter(),
        0,
        property.kind(),
        call -> call.receiver(CurrentExecution.class).value(property.key()));
  }

  private static Map<String, Object> visible(Call call) {
    return call.receiver(CurrentExecution.class).variables();
  }

  private static Map<String, Object> local(Call call) {
    return call.receiver(CurrentExecution.class).localVariables();
  }
}
