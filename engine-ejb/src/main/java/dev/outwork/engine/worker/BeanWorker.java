package dev.outwork.engine.worker;

import dev.outwork.api.worker.ExternalTaskExecution;
import dev.outwork.api.worker.ExternalTaskListener;
import dev.outwork.api.worker.ExternalTaskSubscription;
import dev.outwork.api.worker.WorkerOptions;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;

/**
 * A CDI bean that does the work of a topic.
 *
 * @param method to call; null for a bean that implements {@link ExternalTaskListener}
 */
public record BeanWorker(
    Bean<?> bean, Method method, ExternalTaskSubscription subscription, WorkerOptions options) {

  /** The topic as written in the annotation. */
  public String topicName() {
    return options.topic().topicName();
  }

  /** The class, and the method if there is one, as written in the source. */
  String place() {
    String type = bean.getBeanClass().getName();
    return method == null ? type : type + "." + method.getName();
  }

  /** The class without its package, and the method if there is one. */
  public String name() {
    String type = bean.getBeanClass().getSimpleName();
    return method == null ? type : type + "." + method.getName();
  }

  /** Calls the bean, and destroys it afterwards if it is dependent. */
  void call(BeanManager beans, ExternalTaskExecution execution) throws Exception {
    CreationalContext<?> context = beans.createCreationalContext(bean);
    try {
      Object worker = beans.getReference(bean, bean.getBeanClass(), context);
      if (method == null) {
        ((ExternalTaskListener) worker).onTask(execution);
      } else {
        keep(invoke(worker, execution), execution);
      }
    } finally {
      context.release();
    }
  }

  private Object invoke(Object worker, ExternalTaskExecution execution) throws Exception {
    try {
      return method.invoke(worker, execution);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception thrown) {
        throw thrown;
      }
      throw e;
    }
  }

  private static void keep(Object returned, ExternalTaskExecution execution) {
    if (returned instanceof Map<?, ?> variables) {
      variables.forEach((name, value) -> execution.setVariable(String.valueOf(name), value));
    }
  }
}
