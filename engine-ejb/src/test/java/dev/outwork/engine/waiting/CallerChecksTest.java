package dev.outwork.engine.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.externaltask.WaitingCaller;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallerChecksTest {
  private static final FetchAndLock REQUEST =
      FetchAndLock.of("bob", 1, Topic.of("a", Duration.ofMinutes(1)));

  private final AtomicInteger checks = new AtomicInteger();

  @Test
  void a_direct_connection_is_not_checked_again_before_tasks_are_handed_to_it() {
    Waiter direct = new Waiter(REQUEST, () -> checks.incrementAndGet() > 0);

    assertThat(direct.canBeServed()).isTrue();
    assertThat(checks).hasValue(0);
  }

  @Test
  void a_connection_through_a_proxy_is_checked_several_times_before() {
    Waiter behindProxy = new Waiter(REQUEST, proxy(Integer.MAX_VALUE));

    assertThat(behindProxy.canBeServed()).isTrue();
    assertThat(checks).hasValue(4);
  }

  @Test
  void the_first_check_that_fails_is_the_last() {
    Waiter behindProxy = new Waiter(REQUEST, proxy(1));

    assertThat(behindProxy.canBeServed()).isFalse();
    assertThat(behindProxy.answer()).isCancelled();
    assertThat(checks).hasValue(2);
  }

  private WaitingCaller proxy(int answered) {
    return new WaitingCaller() {
      @Override
      public boolean isThere() {
        return checks.incrementAndGet() <= answered;
      }

      @Override
      public boolean comesThroughProxy() {
        return true;
      }
    };
  }
}
