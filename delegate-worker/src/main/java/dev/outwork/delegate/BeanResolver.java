package dev.outwork.delegate;

import java.util.List;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;

/**
 * Resolves properties and methods of beans and values, but blocks the way from them to arbitrary
 * classes: with {@code getClass} an expression of a model could call everything in this JVM.
 */
final class BeanResolver extends BeanELResolver {
  private static final List<String> TO_CLASSES = List.of("class", "getClass");
  private static final List<Class<?>> REFLECTION =
      List.of(
          Class.class,
          ClassLoader.class,
          Module.class,
          java.lang.reflect.AnnotatedElement.class,
          java.lang.invoke.MethodHandle.class,
          java.lang.invoke.MethodHandles.Lookup.class,
          Runtime.class,
          ProcessBuilder.class,
          Thread.class);

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    check(base, property);
    return super.getValue(context, base, property);
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    check(base, property);
    super.setValue(context, base, property, value);
  }

  @Override
  public Object invoke(
      ELContext context,
      Object base,
      Object method,
      Class<?>[] parameterTypes,
      Object[] parameters) {
    check(base, method);
    return super.invoke(context, base, method, parameterTypes, parameters);
  }

  private static void check(Object base, Object name) {
    boolean leads =
        base != null
            && (TO_CLASSES.contains(String.valueOf(name))
                || REFLECTION.stream().anyMatch(type -> type.isInstance(base)));
    if (leads) {
      throw new ELException(
          "'%s' gives access to classes, which expressions must not use".formatted(name));
    }
  }
}
