package dev.outwork.delegate;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.Supplier;

/** The beans of a CDI container. */
final class CdiBeans implements Beans {
  private final Supplier<BeanManager> manager;

  CdiBeans(Supplier<BeanManager> manager) {
    this.manager = manager;
  }

  @Override
  public ForTask begin() {
    Made made = new Made(manager.get());
    return new ForTask(made, made::end);
  }

  @Override
  public Object named(String name) {
    return new Made(manager.get()).named(name);
  }

  @Override
  public Object ofClass(Class<?> type) {
    return new Made(manager.get()).ofClass(type);
  }

  /** Records the created instances, so that dependent beans are destroyed. */
  private static final class Made implements Beans {
    private final BeanManager manager;
    private final Deque<CreationalContext<?>> contexts = new ArrayDeque<>();

    Made(BeanManager manager) {
      this.manager = manager;
    }

    @Override
    public Object named(String name) {
      return reference(manager.getBeans(name), Object.class);
    }

    @Override
    public Object ofClass(Class<?> type) {
      return reference(manager.getBeans(type), type);
    }

    private Object reference(Set<Bean<?>> beans, Class<?> type) {
      if (beans.isEmpty()) {
        return null;
      }
      Bean<?> bean = manager.resolve(beans);
      CreationalContext<?> context = manager.createCreationalContext(bean);
      contexts.push(context);
      return manager.getReference(bean, type, context);
    }

    void end() {
      contexts.forEach(CreationalContext::release);
    }
  }
}
