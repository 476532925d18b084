package dev.outwork.delegate;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where the objects are that expressions name. For those of Spring:
 *
 * <pre>{@code
 * Beans spring = name -> context.containsBean(name) ? context.getBean(name) : null;
 * }</pre>
 */
@FunctionalInterface
public interface Beans {
  /** No beans: classes only. */
  Beans NONE = name -> null;

  /** The bean of a name, null if there is none. */
  Object named(String name);

  /** The bean of a class, null if it is none: the worker makes an object of it by itself then. */
  default Object ofClass(Class<?> type) {
    return null;
  }

  /** The same beans for the time of one task; who asks for them ends them. */
  default ForTask begin() {
    return new ForTask(this, () -> {});
  }

  /** Those of a map. */
  static Beans of(Map<String, ?> beans) {
    return Map.<String, Object>copyOf(beans)::get;
  }

  /** Those of the CDI container that runs when a task comes. */
  static Beans cdi() {
    return cdi(() -> CDI.current().getBeanManager());
  }

  /** Those that a bean manager knows. Dependent ones live as long as their task. */
  static Beans cdi(Supplier<BeanManager> beanManager) {
    return new CdiBeans(beanManager);
  }

  /** Beans for one task, and how what was made for it ends. */
  record ForTask(Beans beans, Runnable end) implements AutoCloseable {
    @Override
    public void close() {
      end.run();
    }
  }
}
