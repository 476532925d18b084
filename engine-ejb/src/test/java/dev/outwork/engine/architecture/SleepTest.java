package dev.outwork.engine.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Nothing sleeps in the hope that something has happened meanwhile: sources of all modules wait for
 * a condition, with a bound.
 */
class SleepTest {
  private static final Pattern SLEEP =
      Pattern.compile(
          "\\bsleep\\(|\\bparkNanos\\(|\\bparkUntil\\(|\\bpollDelay\\((?!Duration\\.ZERO)|\\bPause\\.of\\(");

  /** Files that let time pass, each with the reason. */
  private static final Map<String, String> EXCEPTIONS =
      Map.ofEntries(
          Map.entry("Await.java", "waits for a condition"),
          Map.entry("Eventually.java", "waits for a condition inside a server"),
          Map.entry("EmbeddedDatabase.java", "a driver does not tell when a connection is closed"),
          Map.entry("Waiter.java", "a proxy notices only some time after a write has failed"),
          Map.entry("Pause.java", "time that passes because a test is about it"),
          Map.entry("Load.java", "the pace of callers"),
          Map.entry("Caller.java", "the pace of callers"),
          Map.entry("NotingLoad.java", "the pace of callers, and how long work takes"),
          Map.entry("Faults.java", "how long a fault lasts"),
          Map.entry("ClusterIT.java", "how long a fault lasts"),
          Map.entry("WaitingForDatabaseIT.java", "fetches a second while a table is locked"),
          Map.entry("Waiting.java", "the benchmark measures what an idle minute costs"),
          Map.entry("Consoles.java", "the pace of pages that are open"),
          Map.entry("LatencyServlet.java", "the pace of starts, in a server of the benchmark"));

  @Test
  void only_these_let_time_pass() throws IOException {
    assertThat(Sources.java().filter(SleepTest::sleeps).map(file -> file.getFileName().toString()))
        .containsExactlyInAnyOrderElementsOf(EXCEPTIONS.keySet());
  }

  private static boolean sleeps(Path file) {
    return !file.endsWith("SleepTest.java") && SLEEP.matcher(Sources.text(file)).find();
  }
}
