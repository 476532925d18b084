package dev.outwork.engine.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.engine.testkit.LogLines;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlowWorkLogTest {
  private final LogLines lines = new LogLines(SlowWorkLog.class);
  private long now;
  private final SlowWorkLog watch = new SlowWorkLog(() -> now);

  @AfterEach
  void listenNoMore() {
    lines.close();
  }

  @Test
  void long_work_is_logged_once_and_at_its_end() {
    watch.over(
        "Polishing",
        () -> {
          now += SlowWorkLog.LONG.toNanos();
          watch.look();
          watch.look();
          now += Duration.ofSeconds(36).toNanos();
        });

    assertThat(lines.next())
        .containsExactly(
            "Polishing has been running for 10 s; other work continues",
            "Polishing ended after 46 s");
  }

  @Test
  void short_or_finished_work_is_not_logged() {
    assertThat(
            watch.over(
                "Polishing",
                () -> {
                  now += SlowWorkLog.LONG.toNanos() - 1;
                  watch.look();
                  return "bright";
                }))
        .isEqualTo("bright");
    now += SlowWorkLog.LONG.toNanos();

    watch.look();

    assertThat(lines.next()).isEmpty();
  }
}
