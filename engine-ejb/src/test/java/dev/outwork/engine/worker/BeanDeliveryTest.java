package dev.outwork.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.worker.BpmnError;
import dev.outwork.api.worker.ExternalTaskExecution;
import dev.outwork.api.worker.ExternalTaskSubscription;
import dev.outwork.api.worker.spi.DeliveryReport;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;

class BeanDeliveryTest {
  private static final int AT_ONCE = 2;

  /** Has all tasks in work at the same time. */
  public static class Together {
    private static final CyclicBarrier ALL = new CyclicBarrier(AT_ONCE);

    @ExternalTaskSubscription("together")
    public void work(ExternalTaskExecution execution) throws Exception {
      ALL.await();
    }
  }

  private static final DeliveryReport UNHEARD =
      new DeliveryReport() {
        @Override
        public void complete() {}

        @Override
        public void raise(BpmnError error) {}
      };

  @Test
  void tasks_that_run_at_the_same_time_leave_no_request_scope_on_their_threads() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try (WeldContainer container = container()) {
      BeanManager beans = container.getBeanManager();
      Instance<RequestContextController> controllers =
          container.select(RequestContextController.class);
      BeanDelivery delivery =
          new BeanDelivery(
              beans.getExtension(BeanWorkers.class).all().get(0),
              container.select(BeanCalls.class).get(),
              Runnable::run,
              controllers);
      Callable<Boolean> task =
          () -> {
            delivery.deliver(null, UNHEARD);
            return hasRequestScope(beans);
          };

      List<Future<Boolean>> leftBehind = threads.invokeAll(List.of(task, task));

      for (Future<Boolean> one : leftBehind) {
        assertThat(one.get()).isFalse();
      }
    } finally {
      threads.shutdown();
    }
  }

  private static boolean hasRequestScope(BeanManager beans) {
    try {
      return beans.getContext(RequestScoped.class).isActive();
    } catch (ContextNotActiveException e) {
      return false;
    }
  }

  private static WeldContainer container() {
    return new Weld()
        .disableDiscovery()
        .addExtension(new BeanWorkers())
        .addBeanClasses(BeanCalls.class, Together.class)
        .initialize();
  }
}
