package dev.outwork.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.Page;
import dev.outwork.api.metrics.MetricInterval;
import dev.outwork.api.metrics.MetricsQuery;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** What is counted (docs/rest-api.md, "Metrics"). */
class MetricsTest extends SharedEngineTest {
  private static final Duration HOUR = Duration.ofHours(1);

  /** start --> check (user task of mary) --> end. */
  private static final BpmnModelInstance CHECK =
      Bpmn.createExecutableProcess("checking")
          .startEvent()
          .userTask("check")
          .operatonAssignee("mary")
          .endEvent()
          .done();

  /** start --> call (checking) --> end. */
  private static final BpmnModelInstance CALLING =
      Bpmn.createExecutableProcess("calling")
          .startEvent()
          .callActivity("call")
          .calledElement("checking")
          .endEvent()
          .done();

  private Instant begin;

  /** At first two instances, one called by the other; an hour later the end of both. */
  @BeforeEach
  void callAndComplete() {
    engine.clock().advance(Duration.ofDays(1));
    begin = engine.clock().instant();
    engine.deploy(CHECK);
    start(CALLING);
    engine.clock().advance(HOUR);
    engine.tasks().complete(engine.tasks().tasks(ListQuery.all()).get(0).id(), Map.of());
  }

  @Test
  void flow_nodes_and_root_instances_are_counted_under_all_their_names() {
    assertThat(sum("flow-node-instances", begin, null)).isEqualTo(6);
    assertThat(sum("activity-instance-start", begin, null)).isEqualTo(6);
    assertThat(sum("activity-instance-end", begin, null)).isEqualTo(6);
    assertThat(sum("process-instances", begin, null)).isEqualTo(1);
    assertThat(sum("root-process-instance-start", begin, null)).isEqualTo(1);
    assertThat(sum("task-users", begin, null)).isEqualTo(1);
    assertThat(sum("unique-task-workers", begin, null)).isEqualTo(1);
  }

  @Test
  void what_is_not_counted_is_none() {
    for (String name : List.of("job-successful", "decision-instances", "unheard-of")) {
      assertThat(sum(name, null, null)).as(name).isZero();
      assertThat(intervals(name, 900, Page.ALL)).as(name).isEmpty();
    }
  }

  @Test
  void the_first_instant_counts_and_the_last_does_not() {
    assertThat(sum("activity-instance-end", begin, begin.plus(HOUR))).isEqualTo(2);
    assertThat(sum("activity-instance-end", begin.plus(HOUR), null)).isEqualTo(4);
    assertThat(sum("activity-instance-end", null, begin.plus(HOUR).plusMillis(1)))
        .isGreaterThanOrEqualTo(6);
    assertThat(sum("activity-instance-end", Instant.MIN, Instant.MAX)).isGreaterThanOrEqualTo(6);
  }

  @Test
  void intervals_are_those_in_which_something_happened_the_latest_first() {
    assertThat(intervals("activity-instance-end", 900, Page.ALL))
        .containsExactly(
            new MetricInterval(begin.plus(HOUR), "activity-instance-end", 4),
            new MetricInterval(begin, "activity-instance-end", 2));
    assertThat(intervals("activity-instance-start", 86_400, Page.ALL))
        .containsExactly(
            new MetricInterval(
                Instant.ofEpochSecond(begin.getEpochSecond() / 86_400 * 86_400),
                "activity-instance-start",
                6));
  }

  @Test
  void without_a_name_everything_that_is_counted_is_told_and_pages_are_stretches_of_that() {
    List<MetricInterval> all = intervals(null, 900, Page.ALL);

    assertThat(all)
        .extracting(MetricInterval::name)
        .containsExactly(
            "flow-node-instances",
            "activity-instance-end",
            "process-instances",
            "flow-node-instances",
            "activity-instance-end");
    assertThat(intervals(null, 900, new Page(1, 2))).isEqualTo(all.subList(1, 3));
  }

  @Test
  void an_interval_has_a_length_and_an_answer_a_size() {
    assertThatThrownBy(() -> intervals(null, 0, Page.ALL))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining("intervals of 0 seconds");
    assertThatThrownBy(() -> intervals(null, 900, new Page(0, 201)))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining("200");
  }

  private static long sum(String name, Instant from, Instant until) {
    return engine.metrics().sum(name, from, until);
  }

  private List<MetricInterval> intervals(String name, long seconds, Page page) {
    return engine
        .metrics()
        .intervals(new MetricsQuery(name, begin, null, Duration.ofSeconds(seconds), page));
  }
}
