package dev.outwork.engine.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlowWorkLogTest {
  private final Logger log = Logger.getLogger(SlowWorkLog.class.getName());
  private final List<String> lines = new ArrayList<>();
  private final Handler listening =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private long now;
  private final SlowWorkLog watch = new SlowWorkLog(() -> now);

  @BeforeEach
  void listen() {
    log.addHandler(listening);
    log.setUseParentHandlers(false);
  }

  @AfterEach
  void listenNoMore() {
    log.removeHandler(listening);
    log.setUseParentHandlers(true);
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

    assertThat(lines)
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

    assertThat(lines).isEmpty();
  }
}
