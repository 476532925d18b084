package dev.outwork.engine.expression;

import java.util.Arrays;
import java.util.List;

/** The methods of {@code externalTask}: getters of its properties. */
final class ExternalTaskMethods {
  static final List<Method> ALL =
      Arrays.stream(ExternalTaskProperty.values()).map(ExternalTaskMethods::getter).toList();

  private ExternalTaskMethods() {}

  private static Method getter(ExternalTaskProperty property) {
    return new Method(
        Kind.EXTERNAL_TASK,
        property.getter(),
        0,
        property.kind(),
        call -> call.receiver(CurrentExternalTask.class).value(property.key()));
  }
}
