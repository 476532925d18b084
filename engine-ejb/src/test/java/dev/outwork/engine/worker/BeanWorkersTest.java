package dev.outwork.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.outwork.api.worker.ExternalTaskExecution;
import dev.outwork.api.worker.ExternalTaskListener;
import dev.outwork.api.worker.ExternalTaskSubscription;
import java.util.Map;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;

/** CDI beans that are workers are found, and those that cannot be fail the deployment. */
class BeanWorkersTest {
  /** Two topics. */
  public static class Good {
    @ExternalTaskSubscription("one")
    public void one(ExternalTaskExecution execution) {}

    @ExternalTaskSubscription(topicName = "two", maxTasks = 3, runAs = "ann")
    public Map<String, Object> two(ExternalTaskExecution execution) {
      return Map.of();
    }
  }

  /** The topic of another bean. */
  @ExternalTaskSubscription("one")
  public static class Second implements ExternalTaskListener {
    @Override
    public void onTask(ExternalTaskExecution execution) {}
  }

  /** No topic. */
  public static class Nameless {
    @ExternalTaskSubscription
    public void work(ExternalTaskExecution execution) {}
  }

  /** Parameters and results of other kinds. */
  public static class Misshapen {
    @ExternalTaskSubscription("text")
    public void takesText(String text) {}

    @ExternalTaskSubscription("number")
    public int returnsNumber(ExternalTaskExecution execution) {
      return 1;
    }

    @ExternalTaskSubscription("hidden")
    void isHidden(ExternalTaskExecution execution) {}
  }

  /** Is a worker by its annotation only. */
  @ExternalTaskSubscription("mute")
  public static class Mute {}

  /** An option out of its range. */
  public static class Greedy {
    @ExternalTaskSubscription(topicName = "greedy", maxTasks = 5_000)
    public void work(ExternalTaskExecution execution) {}
  }

  @Test
  void methods_and_classes_are_found_with_their_options() {
    try (WeldContainer container = container(Good.class)) {
      assertThat(container.getBeanManager().getExtension(BeanWorkers.class).all())
          .extracting(
              BeanWorker::topicName,
              worker -> worker.options().maxTasks(),
              worker -> worker.options().runAs())
          .containsExactlyInAnyOrder(tuple("one", 10, null), tuple("two", 3, "ann"));
    }
  }

  @Test
  void a_second_worker_for_a_topic_fails_the_deployment() {
    assertRefused("Topic 'one' has two workers", Good.class, Second.class);
  }

  @Test
  void a_worker_without_a_topic_fails_the_deployment() {
    assertRefused(
        "Nameless.work: it has options that are not valid: A worker has no topic", Nameless.class);
  }

  @Test
  void a_method_of_another_shape_fails_the_deployment() {
    assertRefused("Misshapen.takesText: it must be a public method", Misshapen.class);
    assertRefused("Misshapen.returnsNumber: it must be a public method", Misshapen.class);
    assertRefused("Misshapen.isHidden: it must be a public method", Misshapen.class);
  }

  @Test
  void a_class_that_does_not_listen_fails_the_deployment() {
    assertRefused("Mute: it does not implement ExternalTaskListener", Mute.class);
  }

  @Test
  void an_option_out_of_its_range_fails_the_deployment() {
    assertRefused("has maxTasks 5000: it must be between 1 and 1000", Greedy.class);
  }

  private static void assertRefused(String message, Class<?>... beans) {
    assertThatThrownBy(() -> container(beans)).hasMessageContaining(message);
  }

  private static WeldContainer container(Class<?>... beans) {
    return new Weld()
        .disableDiscovery()
        .addExtension(new BeanWorkers())
        .addBeanClasses(beans)
        .initialize();
  }
}
