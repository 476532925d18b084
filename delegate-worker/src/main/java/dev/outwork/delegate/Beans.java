package dev.outwork.delegate;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Resolves the objects that expressions name. For Spring beans:
 *
 * <pre>{@code
 * Beans spring = name -> context.containsBean(name) ? context.getBean(name) : null;
 * }</pre>
 */
@FunctionalInterface
public interface Beans {
  /** No beans: classes only. */
  Beans NONE = name -> null;

  /** The bean of this name; null if there is none. */
  Object named(String name);

  /**
   * The bean of a class; null if there is none, and the worker then creates an object of the class.
   */
  default Object ofClass(Class<?> type) {
    return null;
  }

  /** These beans for the duration of one task; the caller closes them. */
  default ForTask begin() {
    return new ForTask(this, () -> {});
  }

  /** The beans of a map. */
  static Beans of(Map<String, ?> beans) {
    return Map.<String, Object>copyOf(beans)::get;
  }

  /** The beans of the CDI container that runs when a task arrives. */
  static Beans cdi() {
    return cdi(() -> CDI.current().getBeanManager());
  }

  /** The beans of a bean manager. Dependent beans live as long as their task. */
  static Beans cdi(Supplier<BeanManager> beanManager) {
    return new CdiBeans(beanManager);
  }

  /** Beans for one task; closing it destroys what was created for the task. */
  record ForTask(Beans beans, Runnable end) implements AutoCloseable {
    @Override
    public void close() {
      end.run();
    }
  }
}
