package dev.outwork.engine.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A request on its way into the queue of those who wait. */
class WaiterTest {
  private final List<Waiter> queue = new ArrayList<>();

  @Test
  void the_first_looks_and_waits() {
    Waiter waiter = waiter("a");

    assertThat(waiter.mustLook(queue)).isTrue();
    queue.add(waiter);
    assertThat(waiter.mustBeServed(queue)).isFalse();
  }

  @Test
  void a_request_that_relies_on_the_one_ahead_waits() {
    queue.add(waiter("a"));
    Waiter behind = waiter("a");

    assertThat(behind.mustLook(queue)).isFalse();
    queue.add(behind);
    assertThat(behind.mustBeServed(queue)).isFalse();
  }

  @Test
  void a_request_looks_if_one_of_its_topics_has_nobody_ahead() {
    queue.add(waiter("a"));

    assertThat(waiter("a", "b").mustLook(queue)).isTrue();
  }

  @Test
  void work_that_comes_after_the_look_is_served() {
    Waiter waiter = waiter("a");
    waiter.mustLook(queue);

    waiter.call();
    queue.add(waiter);

    assertThat(waiter.mustBeServed(queue)).isTrue();
  }

  /** The one ahead got its task; a second task may have been there for the one behind. */
  @Test
  void a_request_is_served_if_the_one_ahead_was_answered_before_it_was_in_the_queue() {
    Waiter ahead = waiter("a");
    queue.add(ahead);
    Waiter behind = waiter("a");
    behind.mustLook(queue);

    ahead.answer().complete(List.of());
    queue.remove(ahead);
    queue.add(behind);

    assertThat(behind.mustBeServed(queue)).isTrue();
  }

  /** Its tasks are taken and not delivered yet: nobody looks for it any more. */
  @Test
  void a_waiter_that_is_being_served_does_not_stand_for_others() {
    Waiter ahead = waiter("a");
    queue.add(ahead);
    Waiter behind = waiter("a");
    behind.mustLook(queue);

    ahead.serve();
    queue.add(behind);

    assertThat(behind.mustBeServed(queue)).isTrue();
  }

  private static Waiter waiter(String... topics) {
    Topic[] all =
        Stream.of(topics).map(name -> Topic.of(name, Duration.ofMinutes(5))).toArray(Topic[]::new);
    return new Waiter(FetchAndLock.of("bob", 1, all), () -> true);
  }
}
