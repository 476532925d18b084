package dev.outwork.engine.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final int AT_A_TIME = 4;

  private final Turns turns = new Turns();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void four_work_at_a_time() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    List<Future<Integer>> seen = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      seen.add(
          threads.submit(
              () ->
                  turns.take(
                      () -> {
                        int now = inside.incrementAndGet();
                        Thread.onSpinWait();
                        inside.decrementAndGet();
                        return now;
                      })));
    }
    for (Future<Integer> one : seen) {
      assertThat(one.get(10, TimeUnit.SECONDS)).isBetween(1, AT_A_TIME);
    }
  }

  @Test
  void a_failing_fetch_releases_its_turn() {
    for (int i = 0; i < 2 * AT_A_TIME; i++) {
      try {
        turns.take(
            () -> {
              throw new IllegalStateException("no");
            });
      } catch (IllegalStateException e) {
        assertThat(e).hasMessage("no");
      }
    }
    assertThat(turns.available()).isEqualTo(AT_A_TIME);
  }

  @Test
  void a_fetch_that_hangs_does_not_block_others_forever() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch entered = new CountDownLatch(AT_A_TIME);
    for (int i = 0; i < AT_A_TIME; i++) {
      threads.execute(
          () ->
              turns.take(
                  () -> {
                    entered.countDown();
                    return await(never);
                  }));
    }
    assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(threads.submit(() -> turns.take(() -> "served")).get(10, TimeUnit.SECONDS))
        .isEqualTo("served");
    assertThat(turns.available()).isZero();
    never.countDown();
  }

  @Test
  void closing_waits_for_the_last_fetch() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    CountDownLatch entered = new CountDownLatch(1);
    AtomicBoolean done = new AtomicBoolean();
    threads.execute(
        () ->
            turns.take(
                () -> {
                  entered.countDown();
                  boolean wentOn = await(goOn);
                  done.set(true);
                  return wentOn;
                }));
    assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
    Future<Boolean> end =
        threads.submit(
            () -> {
              turns.awaitEnd();
              return done.get();
            });
    assertThat(end.isDone()).isFalse();
    goOn.countDown();
    assertThat(end.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(turns.available()).isEqualTo(AT_A_TIME);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      return false;
    }
  }
}
