package dev.outwork.engine.numbers;

import static dev.outwork.engine.testkit.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.outwork.api.AuthorizationException;
import dev.outwork.api.Page;
import dev.outwork.api.metrics.MetricsQuery;
import dev.outwork.api.numbers.NumbersService;
import dev.outwork.api.numbers.TopicAlarm;
import dev.outwork.api.numbers.TopicMinute;
import dev.outwork.api.numbers.TopicNumbers;
import dev.outwork.api.numbers.WorkerNumbers;
import dev.outwork.engine.database.Settings;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** What callers may see of topics, workers and metrics once there are grants. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class NumbersRightsTest {
  private static final List<String> GRANTS =
      List.of(
          "user watcher: read on topic ship",
          "user courier: fetch, report on topic ship",
          "user owner: read on process shipment",
          "user operator: read, operate on process *",
          "user monitor: read metrics",
          "user root: everything");

  private static final Duration LONGER_THAN_TOLERATED = Duration.ofMinutes(10);
  private static final Duration SHARED = Duration.ofSeconds(4);
  private static final MetricsQuery ALL_METRICS =
      new MetricsQuery(null, null, null, MetricsQuery.DEFAULT_INTERVAL, Page.ALL);

  @TempDir static Path folder;
  private static TestEngine engine;

  @Parameter TestDatabase database;

  @BeforeParameterizedClassInvocation
  static void startEngine(TestDatabase database) throws IOException {
    Path file = folder.resolve("grants-" + database);
    Files.write(file, GRANTS);
    System.setProperty(Settings.GRANTS_FILE, file.toString());
    engine = TestEngine.on(database);
    // The node must have run for longer than that.
    tell();
    as("root", NumbersRightsTest::happen);
    tell();
  }

  // One worker for both topics, one for one of them, and tasks that nobody asks for.
  private static Void happen() {
    engine.deploy(process("payment", "pay"));
    engine.deploy(process("shipment", "ship"));
    work("payment", "payer", "pay");
    work("payment", "both", "pay");
    work("shipment", "both", "ship");
    engine.start("payment");
    engine.start("shipment");
    engine.clock().advance(LONGER_THAN_TOLERATED);
    return null;
  }

  private static void work(String key, String workerId, String topic) {
    engine.start(key);
    engine.worker(workerId).does(topic);
  }

  // What is read is shared for so long.
  private static void tell() {
    engine.clock().advance(SHARED);
    engine.bean(NumbersTicks.class).tell();
    engine.bean(NumbersTicks.class).check();
    engine.clock().advance(SHARED);
  }

  /** start --> work (external) --> end. */
  private static BpmnModelInstance process(String key, String topic) {
    return Bpmn.createExecutableProcess(key)
        .startEvent()
        .serviceTask("work")
        .operatonExternalTask(topic)
        .endEvent()
        .done();
  }

  @AfterParameterizedClassInvocation
  static void stopEngine() {
    engine.close();
    System.clearProperty(Settings.GRANTS_FILE);
  }

  @Test
  void topics_are_those_whose_every_task_one_may_read() {
    assertThat(as("watcher", NumbersRightsTest::topics)).containsExactly("ship");
    assertThat(as("courier", NumbersRightsTest::topics)).isEmpty();
    assertThat(as("owner", NumbersRightsTest::topics)).isEmpty();
    assertThat(as("operator", NumbersRightsTest::topics)).containsExactly("pay", "ship");
    assertThat(as("monitor", NumbersRightsTest::topics)).containsExactly("pay", "ship");
    assertThat(topics()).isEmpty();
    assertThat(as("watcher", () -> numbers().topic("ship"))).isPresent();
    assertThat(as("watcher", () -> numbers().topic("pay"))).isEmpty();
  }

  private static List<String> topics() {
    return numbers().topics().stream().map(TopicNumbers::topicName).toList();
  }

  @Test
  void the_last_hour_of_another_topic_is_that_of_an_unknown_one() {
    assertThat(as("operator", () -> created("pay"))).isPositive();
    assertThat(as("watcher", () -> created("ship"))).isPositive();
    assertThat(as("watcher", () -> created("pay"))).isZero();
  }

  private static long created(String topic) {
    List<TopicMinute> minutes = numbers().history(topic);
    assertThat(minutes).hasSize(60);
    return minutes.stream().mapToLong(TopicMinute::created).sum();
  }

  @Test
  void workers_are_those_of_these_topics_with_what_they_do_for_them() {
    assertThat(as("operator", NumbersRightsTest::workers)).containsExactly("both", "payer");
    assertThat(as("watcher", NumbersRightsTest::workers)).containsExactly("both");
    assertThat(as("watcher", () -> numbers().worker("payer"))).isEmpty();
    assertThat(as("watcher", () -> numbers().worker("both")).orElseThrow().topicNames())
        .containsExactly("ship");
    assertThat(as("watcher", () -> numbers().worker("both")).orElseThrow().completed())
        .isEqualTo(1);
    assertThat(as("operator", () -> numbers().worker("both")).orElseThrow().completed())
        .isEqualTo(2);
  }

  private static List<String> workers() {
    return numbers().workers().stream().map(WorkerNumbers::workerId).toList();
  }

  @Test
  void alarms_are_those_of_these_topics() {
    assertThat(as("operator", NumbersRightsTest::alarms)).contains("pay");
    assertThat(as("watcher", NumbersRightsTest::alarms)).doesNotContain("pay");
  }

  private static List<String> alarms() {
    return numbers().alarms().stream().map(TopicAlarm::topicName).toList();
  }

  /** They tell of all processes and topics. */
  @Test
  void metrics_need_a_grant_of_their_own() {
    for (Supplier<?> metrics :
        List.<Supplier<?>>of(
            () -> engine.metrics().sum("process-instances", null, null),
            () -> engine.metrics().intervals(ALL_METRICS),
            () -> numbers().counts())) {
      for (String user : List.of("watcher", "operator", "stranger")) {
        assertThat(as(user, () -> catchThrowable(metrics::get)))
            .isExactlyInstanceOf(AuthorizationException.class)
            .hasMessage("The caller may not read metrics");
      }
      assertThat(as("monitor", metrics::get)).isNotNull();
      assertThat(as("root", metrics::get)).isNotNull();
    }
  }

  private static NumbersService numbers() {
    return engine.bean(NumbersService.class);
  }
}
