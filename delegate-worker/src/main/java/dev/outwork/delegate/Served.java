package dev.outwork.delegate;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Serves an interface of Camunda 7 by an object that has some of its methods. The other methods
 * throw an exception that names them: code must not rely on what a worker cannot know or do.
 */
final class Served implements InvocationHandler {
  private final Class<?> type;
  private final Object by;

  private Served(Class<?> type, Object by) {
    this.type = type;
    this.by = by;
  }

  static <T> T as(Class<T> type, Object by) {
    return type.cast(
        Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Served(type, by)));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("equals") && method.getDeclaringClass() == Object.class) {
      return proxy == arguments[0];
    }
    try {
      return by.getClass()
          .getMethod(method.getName(), method.getParameterTypes())
          .invoke(by, arguments);
    } catch (NoSuchMethodException notServed) {
      throw new UnsupportedOperationException(
          "%s.%s is not available to a worker outside the engine"
              .formatted(type.getSimpleName(), method.getName()));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
