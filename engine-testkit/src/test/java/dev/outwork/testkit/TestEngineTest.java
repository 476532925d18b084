package dev.outwork.testkit;

import static dev.outwork.testkit.assertions.OutworkAssertions.assertThat;
import static dev.outwork.testkit.assertions.OutworkAssertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.instance.ProcessInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time, deployments, and isolation of tests. */
class TestEngineTest {
  @RegisterExtension static final OutworkExtension OUTWORK = OutworkExtension.inMemory();

  /** start --> hour (timer) --> again (timer) --> end. */
  private static final String TWO_HOURS =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="http://outwork.dev/tests">
        <process id="twoHours" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="toHour" sourceRef="start" targetRef="hour"/>
          <intermediateCatchEvent id="hour">
            <timerEventDefinition id="one"><timeDuration>PT1H</timeDuration></timerEventDefinition>
          </intermediateCatchEvent>
          <sequenceFlow id="toAgain" sourceRef="hour" targetRef="again"/>
          <intermediateCatchEvent id="again">
            <timerEventDefinition id="two"><timeDuration>PT1H</timeDuration></timerEventDefinition>
          </intermediateCatchEvent>
          <sequenceFlow id="toEnd" sourceRef="again" targetRef="end"/>
          <endEvent id="end"/>
        </process>
      </definitions>
      """;

  @Test
  void a_timer_that_another_one_has_started_runs_when_its_time_comes(TestEngine engine) {
    engine.deploy(TWO_HOURS);
    ProcessInstance instance = engine.start("twoHours");

    engine.advance(Duration.ofMinutes(119));
    assertThat(instance).isWaitingAt("again");

    engine.advance(Duration.ofMinutes(1));
    assertThat(instance).isEnded();
    assertThat(engine.history().processInstance(instance.id()).orElseThrow().endTime())
        .isEqualTo(SettableClock.START.plus(Duration.ofHours(2)));
  }

  @Test
  void a_suspended_timer_does_not_hold_up_time(TestEngine engine) {
    engine.deploy(TWO_HOURS);
    ProcessInstance instance = engine.start("twoHours");
    engine.runtime().setProcessInstanceSuspended(instance.id(), true);

    engine.advance(Duration.ofHours(3));

    assertThat(instance).isWaitingAt("hour");
    assertThat(engine.clock().instant()).isEqualTo(SettableClock.START.plus(Duration.ofHours(3)));
  }

  @RepeatedTest(2)
  @Deployment(resources = "video.bpmn")
  void each_test_begins_anew(TestEngine engine) {
    assertThat(engine.repository().latestProcessDefinition("video", null).orElseThrow().version())
        .isEqualTo(1);
    assertThat(engine.history().processInstances(ListQuery.all())).isEmpty();
    assertThat(engine.clock().instant()).isEqualTo(Instant.parse("2026-03-01T09:00:00Z"));

    engine.start("video");
    engine.deployResources("video.bpmn");
    engine.advance(Duration.ofDays(1));
  }

  /** Deploys for the nested tests. */
  @Nested
  @Deployment(resources = "video.bpmn")
  class Outer {
    /** Deploys nothing itself. */
    @Nested
    class Inner {
      @Test
      void what_a_class_around_deploys_is_there() {
        assertThat(OUTWORK.engine().start("video")).isWaitingAt("transcode");
      }
    }
  }

  @Test
  void the_business_key(TestEngine engine) {
    engine.deployResources("video.bpmn");

    assertThat(engine.start("video", "order-1", Map.of()).businessKey()).isEqualTo("order-1");
  }

  @Test
  void a_process_that_is_not_deployed(TestEngine engine) {
    assertThatThrownBy(() -> engine.start("vidoe"))
        .isInstanceOf(AssertionError.class)
        .hasMessage("No process with key 'vidoe' is deployed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vidoe.bpmn", "/video.bpmn"})
  void a_file_that_is_not_on_the_class_path(String name) {
    assertThatThrownBy(() -> OUTWORK.engine().deployResources(name))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "Cannot deploy '%s': there is no such file on the class path", name);
  }

  @Test
  void a_file_that_cannot_be_executed_is_refused_with_all_its_problems(TestEngine engine) {
    assertThatThrownBy(() -> engine.deployResources("broken.bpmn"))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("Cannot deploy 'broken.bpmn':")
        .hasMessageContaining("line 8: ")
        .hasMessageContaining("line 10: ");
  }

  @Test
  void no_task_and_too_many_of_them(TestEngine engine) {
    engine.deployResources("video.bpmn");
    assertThatThrownBy(() -> engine.worker("alice").does("transcode"))
        .hasMessage(
            "Expected one task of topic 'transcode' for worker 'alice' to fetch, but there are none");

    engine.start("video");
    engine.start("video");
    assertThatThrownBy(() -> engine.worker("alice").does("transcode"))
        .hasMessageContaining("but there are 2: 'transcode' of instance ");
  }

  @Test
  void outside_of_a_test_there_is_no_engine() {
    assertThatThrownBy(() -> OutworkExtension.inMemory().engine())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The engine is available only while a test runs");
  }
}
