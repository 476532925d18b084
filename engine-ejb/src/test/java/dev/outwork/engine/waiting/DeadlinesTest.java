package dev.outwork.engine.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  private static final Duration SOON = Duration.ofMillis(30);
  private static final Duration LATER = Duration.ofMillis(60);
  private static final Duration FAR = Duration.ofMinutes(30);

  private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
  private final ExecutorService doing = Executors.newCachedThreadPool();
  private final Deadlines deadlines = new Deadlines(this::later, doing);
  private final Queue<String> passed = new ConcurrentLinkedQueue<>();
  private final CountDownLatch last = new CountDownLatch(1);

  @AfterEach
  void stop() {
    executor.shutdownNow();
    doing.shutdownNow();
  }

  @Test
  void actions_run_in_the_order_of_their_deadlines() throws Exception {
    // On the one thread of the timer; on several, one action could overtake another.
    Deadlines inOrder = new Deadlines(this::later, Runnable::run);
    inOrder.add(in(FAR), () -> passed.add("far"));
    inOrder.add(in(LATER), last::countDown);
    inOrder.add(in(SOON), () -> passed.add("soon"));

    assertThat(last.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(passed).containsExactly("soon");
  }

  @Test
  void an_action_whose_time_has_passed_runs_at_once() throws Exception {
    deadlines.add(System.nanoTime() - FAR.toNanos(), last::countDown);

    assertThat(last.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_removed_action_is_not_executed() throws Exception {
    Deadlines.Deadline removed = deadlines.add(in(SOON), () -> passed.add("removed"));
    deadlines.add(in(LATER), last::countDown);

    deadlines.remove(removed);

    assertThat(last.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(passed).isEmpty();
  }

  @Test
  void callers_that_come_and_go_leave_no_timers() {
    for (int i = 0; i < 1_000; i++) {
      deadlines.remove(deadlines.add(in(FAR), () -> passed.add("gone")));
    }

    assertThat(executor.getQueue()).hasSize(1);
  }

  @Test
  void a_hanging_action_does_not_delay_later_ones() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    deadlines.add(
        in(SOON),
        () -> {
          begun.countDown();
          awaitUninterrupted(end);
        });
    // Those that are due together may share a thread.
    begun.await();
    deadlines.add(in(SOON), last::countDown);

    assertThat(last.await(20, TimeUnit.SECONDS)).isTrue();
    end.countDown();
  }

  private void later(Duration delay, Runnable work) {
    executor.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static long in(Duration delay) {
    return System.nanoTime() + delay.toNanos();
  }

  private static void awaitUninterrupted(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
