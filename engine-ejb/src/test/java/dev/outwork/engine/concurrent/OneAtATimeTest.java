package dev.outwork.engine.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {
  /** Work for other threads, run by the test. */
  private final Queue<Runnable> threads = new ArrayDeque<>();

  private final List<String> runs = new ArrayList<>();

  @Test
  void requests_before_a_run_starts_share_it() {
    OneAtATime task = new OneAtATime(threads::add, () -> runs.add("run"));

    task.run();
    task.run();

    assertThat(threads).hasSize(1);
    threads.remove().run();
    assertThat(runs).hasSize(1);
  }

  @Test
  void a_request_during_a_run_triggers_another_run() {
    OneAtATime[] task = new OneAtATime[1];
    task[0] =
        new OneAtATime(
            threads::add,
            () -> {
              runs.add("begin");
              if (runs.size() == 1) {
                task[0].run();
                task[0].run();
              }
              runs.add("end");
            });

    task[0].run();
    threads.remove().run();

    assertThat(runs).containsExactly("begin", "end", "begin", "end");
    assertThat(threads).isEmpty();
  }

  @Test
  void it_runs_again_when_it_has_run() {
    OneAtATime task = new OneAtATime(threads::add, () -> runs.add("run"));
    task.run();
    threads.remove().run();

    task.run();

    threads.remove().run();
    assertThat(runs).hasSize(2);
  }

  @Test
  void a_run_that_fails_is_not_the_last() {
    OneAtATime task =
        new OneAtATime(
            threads::add,
            () -> {
              runs.add("run");
              throw new IllegalStateException("no");
            });
    task.run();
    assertThatThrownBy(() -> threads.remove().run()).hasMessage("no");

    task.run();

    assertThat(threads).hasSize(1);
  }

  @Test
  void a_run_without_a_thread_is_rejected_and_the_next_one_tries_again() {
    boolean[] isFull = {true};
    OneAtATime task =
        new OneAtATime(
            command -> {
              if (isFull[0]) {
                throw new RejectedExecutionException("full");
              }
              threads.add(command);
            },
            () -> runs.add("run"));
    assertThatThrownBy(task::run).isInstanceOf(RejectedExecutionException.class);
    isFull[0] = false;

    task.run();

    threads.remove().run();
    assertThat(runs).hasSize(1);
  }
}
