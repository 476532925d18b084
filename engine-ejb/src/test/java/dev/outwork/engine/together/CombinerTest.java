package dev.outwork.engine.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.engine.testkit.AtOnce;
import dev.outwork.engine.testkit.AtOnce.Outcome;
import dev.outwork.engine.testkit.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Callers are numbers; 0 stays under way until the gate opens. */
class CombinerTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final int STAYS = 0;
  private static final int REFUSED = -1;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final List<List<Integer>> trips = new CopyOnWriteArrayList<>();

  @AfterEach
  void end() {
    gate.countDown();
    threads.shutdownNow();
  }

  @Test
  void a_single_caller_runs_at_once_on_its_own_thread() {
    Combiner<Integer, Thread> combiner =
        new Combiner<>(1, 10, LONG, call -> Thread.currentThread(), calls -> List.of());

    assertThat(combiner.call(7)).isSameAs(Thread.currentThread());
  }

  @Test
  void those_who_come_meanwhile_travel_together_in_the_order_of_their_arrival() throws Exception {
    Combiner<Integer, String> combiner = combiner(1, 10, LONG);
    comes(combiner, STAYS);
    List<Future<String>> calls = come(combiner, 1, 2, 3);

    gate.countDown();

    assertThat(answers(calls)).containsExactly("answer 1", "answer 2", "answer 3");
    assertThat(trips).containsExactly(List.of(STAYS), List.of(1, 2, 3));
  }

  @Test
  void as_many_trips_as_allowed_are_under_way() throws Exception {
    Combiner<Integer, String> combiner = combiner(2, 10, LONG);
    comes(combiner, STAYS);

    assertThat(combiner.call(1)).isEqualTo("answer 1");
    comes(combiner, STAYS);
    Future<String> third = come(combiner, 2).get(0);

    assertThat(third.isDone()).isFalse();
    gate.countDown();
    assertThat(get(third)).isEqualTo("answer 2");
  }

  @Test
  void no_more_than_allowed_travel_together() throws Exception {
    Combiner<Integer, String> combiner = combiner(1, 3, LONG);
    comes(combiner, STAYS);
    List<Future<String>> calls = come(combiner, 1, 2, 3, 4, 5, 6, 7);

    gate.countDown();

    assertThat(answers(calls)).hasSize(7).doesNotHaveDuplicates();
    assertThat(trips)
        .containsExactly(List.of(STAYS), List.of(1, 2, 3), List.of(4, 5, 6), List.of(7));
  }

  @Test
  void a_refusal_is_that_of_one() throws Exception {
    Combiner<Integer, String> combiner = combiner(1, 10, LONG);
    comes(combiner, STAYS);
    List<Future<String>> calls = come(combiner, 1, REFUSED, 3);

    gate.countDown();

    assertThat(get(calls.get(0))).isEqualTo("answer 1");
    assertThatThrownBy(() -> get(calls.get(1))).hasMessage("no " + REFUSED);
    assertThat(get(calls.get(2))).isEqualTo("answer 3");
  }

  @Test
  void calls_that_cannot_be_shared_run_on_their_own_threads() throws Exception {
    Combiner<Integer, Thread> combiner =
        new Combiner<>(
            1,
            10,
            LONG,
            call -> {
              await(gate);
              return null;
            },
            calls -> calls.stream().<Supplier<Thread>>map(call -> Thread::currentThread).toList());
    threads.submit(() -> combiner.call(STAYS));
    Await.until(() -> !goesAtOnce(combiner));
    List<Future<Boolean>> own = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      own.add(threads.submit(() -> combiner.call(1) == Thread.currentThread()));
    }
    Await.until(() -> combiner.waiting() == 3);

    gate.countDown();

    assertThat(own).allSatisfy(one -> assertThat(one.get(10, TimeUnit.SECONDS)).isTrue());
  }

  private static boolean goesAtOnce(Combiner<?, ?> combiner) {
    return combiner.underWay() == 0;
  }

  @Test
  void a_failure_of_a_trip_reaches_all_and_frees_the_next_trip() throws Exception {
    for (Throwable end : List.of(new IllegalStateException("gone"), new StackOverflowError())) {
      CountDownLatch open = new CountDownLatch(1);
      Combiner<Integer, String> combiner =
          new Combiner<>(
              1,
              2,
              LONG,
              call -> {
                await(open);
                return "alone";
              },
              calls -> thrown(end));
      threads.submit(() -> combiner.call(STAYS));
      Await.until(() -> combiner.underWay() == 1);
      List<Future<String>> calls = come(combiner, 1, 2, 3);

      open.countDown();

      assertThatThrownBy(() -> get(calls.get(0))).isSameAs(end);
      assertThatThrownBy(() -> get(calls.get(1))).isSameAs(end);
      assertThat(get(calls.get(2))).isEqualTo("alone");
    }
  }

  @Test
  void an_answer_too_few_fails_all_and_nobody_hangs() throws Exception {
    Combiner<Integer, String> combiner =
        new Combiner<>(
            1,
            10,
            LONG,
            call -> {
              await(gate);
              return "alone";
            },
            calls -> List.of(() -> "only one"));
    threads.submit(() -> combiner.call(STAYS));
    Await.until(() -> combiner.underWay() == 1);
    List<Future<String>> calls = come(combiner, 1, 2);

    gate.countDown();

    assertThat(calls)
        .allSatisfy(
            call -> assertThatThrownBy(() -> get(call)).hasMessage("2 callers got 1 answers"));
  }

  @Test
  void those_who_wait_too_long_leave_together_although_a_trip_hangs() throws Exception {
    Combiner<Integer, String> combiner = combiner(1, 10, Duration.ofMillis(1));
    comes(combiner, STAYS);

    assertThat(combiner.call(1)).isEqualTo("answer 1");
    assertThat(combiner.call(2)).isEqualTo("answer 2");
    assertThat(combiner.underWay()).isEqualTo(1);
    gate.countDown();
    combiner.awaitEnd(LONG);
    assertThat(combiner.call(3)).isEqualTo("answer 3");
    assertThat(combiner.underWay()).isZero();
  }

  @Test
  void a_caller_that_is_interrupted_while_it_waits_goes_and_stays_interrupted() throws Exception {
    Combiner<Integer, String> combiner = combiner(1, 10, LONG);
    comes(combiner, STAYS);
    Future<Boolean> interrupted =
        threads.submit(
            () -> {
              Thread.currentThread().interrupt();
              return combiner.call(1).equals("answer 1") && Thread.interrupted();
            });

    assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void its_end_is_that_of_the_last_trip() throws Exception {
    Combiner<Integer, String> combiner = combiner(1, 10, LONG);
    comes(combiner, STAYS);
    Future<Integer> end =
        threads.submit(
            () -> {
              combiner.awaitEnd(LONG);
              return trips.size();
            });
    Future<String> waits = come(combiner, 1).get(0);

    assertThat(end.isDone()).isFalse();
    gate.countDown();
    assertThat(end.get(10, TimeUnit.SECONDS)).isBetween(1, 2);
    assertThat(get(waits)).isEqualTo("answer 1");
  }

  @Test
  void many_callers_get_their_own_answers_and_few_trips_are_under_way() throws Exception {
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Combiner<Integer, Integer> combiner =
        new Combiner<>(
            2,
            8,
            LONG,
            call -> counting(underWay, most, () -> call),
            calls ->
                counting(
                    underWay,
                    most,
                    () -> calls.stream().<Supplier<Integer>>map(call -> () -> call).toList()));

    try (AtOnce atOnce = new AtOnce()) {
      List<Outcome<Boolean>> outcomes =
          atOnce.run(
              16,
              caller ->
                  () ->
                      IntStream.range(0, 2_000)
                          .map(i -> caller * 10_000 + i)
                          .allMatch(call -> combiner.call(call) == call));

      assertThat(outcomes).extracting(Outcome::failure).containsOnlyNulls();
      assertThat(outcomes).extracting(Outcome::result).containsOnly(true);
    }
    assertThat(most.get()).isBetween(1, 2);
    assertThat(combiner.underWay()).isZero();
    assertThat(combiner.waiting()).isZero();
  }

  private static <T> T counting(AtomicInteger underWay, AtomicInteger most, Supplier<T> trip) {
    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    try {
      return trip.get();
    } finally {
      underWay.decrementAndGet();
    }
  }

  private Combiner<Integer, String> combiner(int atOnce, int most, Duration longest) {
    return new Combiner<>(
        atOnce,
        most,
        longest,
        call -> {
          trips.add(List.of(call));
          if (call == STAYS) {
            await(gate);
          }
          return answer(call);
        },
        calls -> {
          trips.add(calls);
          return calls.stream().<Supplier<String>>map(call -> () -> answer(call)).toList();
        });
  }

  private static String answer(int call) {
    if (call == REFUSED) {
      throw new IllegalArgumentException("no " + call);
    }
    return "answer " + call;
  }

  /** A call that goes at once. */
  private void comes(Combiner<Integer, String> combiner, int call) throws Exception {
    int before = combiner.underWay();
    threads.submit(() -> combiner.call(call));
    Await.until(() -> combiner.underWay() == before + 1);
  }

  /** Calls that wait, one after the other. */
  private List<Future<String>> come(Combiner<Integer, String> combiner, int... calls)
      throws Exception {
    List<Future<String>> answers = new ArrayList<>();
    for (int call : calls) {
      int before = combiner.waiting();
      answers.add(threads.submit(() -> combiner.call(call)));
      Await.until(() -> combiner.waiting() == before + 1);
    }
    return answers;
  }

  private static List<String> answers(List<Future<String>> calls) throws Exception {
    List<String> answers = new ArrayList<>();
    for (Future<String> call : calls) {
      answers.add(get(call));
    }
    return answers;
  }

  private static <T> T get(Future<T> call) throws Exception {
    try {
      return call.get(10, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (Exception) e.getCause();
    }
  }

  private static <T> T thrown(Throwable end) {
    if (end instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) end;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
