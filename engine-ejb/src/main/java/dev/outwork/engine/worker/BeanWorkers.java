package dev.outwork.engine.worker;

import dev.outwork.api.worker.ExternalTaskExecution;
import dev.outwork.api.worker.ExternalTaskListener;
import dev.outwork.api.worker.ExternalTaskSubscription;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessBean;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the CDI beans that are workers, and fails the deployment if one of them is not valid. Its
 * messages are for the developer.
 */
public class BeanWorkers implements Extension {
  private final List<BeanWorker> found = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  void collect(@Observes ProcessBean<?> event) {
    if (!(event.getAnnotated() instanceof AnnotatedType<?> type)) {
      return;
    }
    Bean<?> bean = event.getBean();
    ExternalTaskSubscription ofType = type.getAnnotation(ExternalTaskSubscription.class);
    if (ofType != null) {
      if (ExternalTaskListener.class.isAssignableFrom(bean.getBeanClass())) {
        add(bean, null, ofType);
      } else {
        refuse(bean, null, "does not implement " + ExternalTaskListener.class.getSimpleName());
      }
    }
    for (AnnotatedMethod<?> method : type.getMethods()) {
      ExternalTaskSubscription ofMethod = method.getAnnotation(ExternalTaskSubscription.class);
      if (ofMethod != null) {
        add(bean, method.getJavaMember(), ofMethod);
      }
    }
  }

  private void add(Bean<?> bean, Method method, ExternalTaskSubscription subscription) {
    if (method != null && !canBeCalled(method)) {
      refuse(
          bean,
          method,
          "must be a public method that takes an %s and returns void or a Map"
              .formatted(ExternalTaskExecution.class.getSimpleName()));
      return;
    }
    try {
      found.add(new BeanWorker(bean, method, subscription, SubscriptionOptions.of(subscription)));
    } catch (IllegalArgumentException e) {
      refuse(bean, method, "has options that are not valid: " + e.getMessage());
    }
  }

  private static boolean canBeCalled(Method method) {
    Class<?> returned = method.getReturnType();
    return Modifier.isPublic(method.getModifiers())
        && !Modifier.isStatic(method.getModifiers())
        && method.getParameterCount() == 1
        && method.getParameterTypes()[0] == ExternalTaskExecution.class
        && (returned == void.class || Map.class.isAssignableFrom(returned));
  }

  private void refuse(Bean<?> bean, Method method, String why) {
    problems.add(
        "@ExternalTaskSubscription on %s%s: it %s"
            .formatted(
                bean.getBeanClass().getName(), method == null ? "" : "." + method.getName(), why));
  }

  void check(@Observes AfterDeploymentValidation event) {
    Map<String, BeanWorker> byTopic = new LinkedHashMap<>();
    for (BeanWorker worker : found) {
      BeanWorker other = byTopic.putIfAbsent(worker.topicName(), worker);
      if (other != null) {
        problems.add(
            "Topic '%s' has two workers, %s and %s: only one is allowed"
                .formatted(worker.topicName(), other.place(), worker.place()));
      }
    }
    problems.forEach(problem -> event.addDeploymentProblem(new IllegalStateException(problem)));
  }

  /** All workers found, once the container has started. */
  public List<BeanWorker> all() {
    return List.copyOf(found);
  }
}
