package dev.outwork.delegate;

import dev.outwork.api.deployment.CodeProperty;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.el.FixedValue;

/**
 * Injects the fields of a model into a delegate: through a setter if there is one, otherwise
 * directly.
 */
final class Fields {
  private final Map<String, Expression> values = new TreeMap<>();

  /** The fields in the extension properties. */
  Fields(Map<String, String> properties, Expressions expressions) {
    properties.forEach(
        (name, text) -> {
          if (name.startsWith(CodeProperty.FIELD)) {
            values.put(name.substring(CodeProperty.FIELD.length()), new FixedValue(text));
          } else if (name.startsWith(CodeProperty.FIELD_EXPRESSION)) {
            values.put(
                name.substring(CodeProperty.FIELD_EXPRESSION.length()),
                expressions.expression(text));
          }
        });
  }

  void injectInto(Object delegate) {
    values.forEach((name, value) -> inject(delegate, name, value));
  }

  private static void inject(Object delegate, String name, Expression value) {
    try {
      Optional<Method> setter = setter(delegate.getClass(), name, value);
      if (setter.isPresent()) {
        setter.get().setAccessible(true);
        setter.get().invoke(delegate, value);
        return;
      }
      Field field = field(delegate.getClass(), name);
      if (!field.getType().isInstance(value)) {
        throw new ProcessEngineException(
            "The field '%s' of %s is a %s: it must be an Expression"
                .formatted(name, field.getDeclaringClass().getName(), field.getType().getName()));
      }
      field.setAccessible(true);
      field.set(delegate, value);
    } catch (InvocationTargetException e) {
      throw new ProcessEngineException(
          "The field '%s' of %s cannot be set: %s"
              .formatted(name, delegate.getClass().getName(), e.getCause()),
          e.getCause());
    } catch (IllegalAccessException e) {
      throw new ProcessEngineException(
          "The field '%s' of %s cannot be set".formatted(name, delegate.getClass().getName()), e);
    }
  }

  private static Optional<Method> setter(Class<?> type, String name, Expression value) {
    String setter = "set" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(setter) && method.getParameterCount() == 1)
        .filter(method -> method.getParameterTypes()[0].isInstance(value))
        .findFirst();
  }

  private static Field field(Class<?> type, String name) {
    for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
      for (Field field : declaring.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return field;
        }
      }
    }
    throw new ProcessEngineException(
        "The model injects into %s a field '%s', which it does not have"
            .formatted(type.getName(), name));
  }
}
