package dev.outwork.mover.moving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.mover.command.Mover;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestWorker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process of a mover is killed while a worker completes what has come over. {@code
 * .ci/kill-mover} does so ten times, and {@code .ci/kill-target-server} and {@code
 * .ci/kill-databases} kill the others.
 */
class KilledMoverTest {
  private static final int INSTANCES = 40;

  @TempDir private Path folder;

  private static List<String> started(BothEngines engines) {
    engines
        .camunda()
        .getRepositoryService()
        .createDeployment()
        .addModelInstance(
            "one.bpmn",
            Bpmn.createExecutableProcess("one")
                .startEvent()
                .serviceTask("a")
                .camundaExternalTask(Driven.TOPIC)
                .endEvent()
                .done())
        .deploy();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < INSTANCES; i++) {
      ids.add(engines.camunda().getRuntimeService().startProcessInstanceByKey("one").getId());
    }
    return ids.stream().sorted().toList();
  }

  /** Slow enough to be killed half-way. */
  private Process mover(BothEngines engines) throws IOException {
    MoveSettings settings = engines.settings();
    ProcessBuilder mover =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Mover.class.getName(),
            "move",
            "--chunk",
            "2",
            "--most-per-second",
            "5",
            "--source-url",
            settings.source().url(),
            "--source-user",
            settings.source().user(),
            "--target-url",
            settings.target().url(),
            "--target-user",
            settings.target().user());
    mover.environment().put("OUTWORK_SOURCE_PASSWORD", settings.source().password());
    mover.environment().put("OUTWORK_TARGET_PASSWORD", settings.target().password());
    return mover
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("mover.log").toFile())
        .start();
  }

  /** A node searches the whole queue every second, also before what it has seen last. */
  private static void work(BothEngines engines) {
    engines.outwork().advance(Duration.ofSeconds(2));
    TestWorker alice = engines.outwork().worker("alice");
    alice.fetches(Driven.TOPIC).forEach(alice::completes);
  }

  @Test
  void nothing_is_lost_or_done_twice() throws Exception {
    try (BothEngines engines = BothEngines.on(TestDatabase.POSTGRESQL)) {
      List<String> ids = started(engines);
      Process mover = mover(engines);
      try {
        while (worked(engines).size() < 6) {
          assertThat(mover.isAlive()).as("the mover works").isTrue();
          work(engines);
        }
      } finally {
        mover.destroyForcibly().waitFor();
      }
      List<String> here = ids(engines.here("select i.id from process_instance i"));
      assertThat(here).hasSizeLessThan(INSTANCES).doesNotContainAnyElementsOf(active(engines));
      assertThat(here)
          .containsAll(
              ids(engines.there("select m.root_id from outwork_moved m where m.state = 'MOVED'")));

      assertThat(engines.move().staying()).isEmpty();

      while (!engines.here("select 1 from external_task").isEmpty()) {
        work(engines);
      }
      assertThat(active(engines)).isEmpty();
      assertThat(worked(engines)).isEqualTo(ids);
      assertThat(
              ids(engines.here("select i.id from process_instance i where i.state = 'COMPLETED'")))
          .isEqualTo(ids);
    }
  }

  /** The instance of each task that was completed, once for each time. */
  private static List<String> worked(BothEngines engines) {
    return ids(
        engines.here(
            "select l.process_instance_id from external_task_log l where l.kind = 'SUCCESSFUL'"));
  }

  private static List<String> active(BothEngines engines) {
    return engines
        .camunda()
        .getRuntimeService()
        .createProcessInstanceQuery()
        .active()
        .list()
        .stream()
        .map(ProcessInstance::getId)
        .toList();
  }

  private static List<String> ids(List<List<String>> rows) {
    return rows.stream().map(row -> row.get(0)).sorted().toList();
  }
}
