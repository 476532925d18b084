package dev.outwork.testkit.assertions;

import static dev.outwork.testkit.assertions.OutworkAssertions.assertThat;
import static dev.outwork.testkit.assertions.OutworkAssertions.assertThatThrownBy;

import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.testkit.Deployment;
import dev.outwork.testkit.OutworkExtension;
import dev.outwork.testkit.TestEngine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Assertions succeed when they hold; otherwise they report expected and actual state. */
@ExtendWith(OutworkExtension.class)
@Deployment(resources = "video.bpmn")
class ProcessInstanceAssertTest {
  private final TestEngine engine;
  private ProcessInstance video;

  ProcessInstanceAssertTest(TestEngine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void start() {
    video = engine.start("video", Map.of("file", "holiday.mov", "length", 90));
  }

  @Test
  void where_it_waits() {
    assertThat(video).isWaitingAt("transcode").isNotWaitingAt("upload", "callCustomer");

    says(
        "wait at 'upload', but it waits at 'transcode'; it has passed 'received'",
        () -> assertThat(video).isWaitingAt("upload"));
    says(
        "wait at 'transcode', 'upload', but it waits at 'transcode'; it has passed 'received'",
        () -> assertThat(video).isWaitingAt("transcode", "upload"));
    says(
        "not wait at 'transcode', but it waits at 'transcode'; it has passed 'received'",
        () -> assertThat(video).isNotWaitingAt("transcode"));
  }

  @Test
  void several_tokens_at_one_element_are_named_once_and_scopes_only_if_nothing_is_inside() {
    engine.deploy(
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                     xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                     targetNamespace="http://outwork.dev/tests">
          <process id="cutting" isExecutable="true">
            <startEvent id="start"/>
            <sequenceFlow id="toScene" sourceRef="start" targetRef="scene"/>
            <subProcess id="scene">
              <startEvent id="sceneStart"/>
              <sequenceFlow id="toCut" sourceRef="sceneStart" targetRef="cut"/>
              <serviceTask id="cut" camunda:type="external" camunda:topic="cut">
                <multiInstanceLoopCharacteristics>
                  <loopCardinality>3</loopCardinality>
                </multiInstanceLoopCharacteristics>
              </serviceTask>
            </subProcess>
            <sequenceFlow id="toLater" sourceRef="scene" targetRef="later"/>
            <serviceTask id="later" camunda:type="external" camunda:topic="later" camunda:asyncBefore="true"/>
          </process>
        </definitions>
        """);
    ProcessInstance cutting = engine.start("cutting");

    assertThat(cutting).isWaitingAt("cut").isWaitingFor("cut");
    engine.worker("alice").fetches("cut").forEach(engine.worker("alice")::completes);

    assertThat(cutting).isWaitingAt("later").hasPassed("cut", "cut", "cut");
    says(
        "wait for workers of topic 'later', but it waits at 'later'; it has passed",
        () -> assertThat(cutting).isWaitingFor("later"));
    engine.runDueJobs();
    assertThat(cutting).isWaitingFor("later");
  }

  @Test
  void what_it_has_passed() {
    engine.worker("alice").does("transcode");
    assertThat(video).hasPassed("received", "transcode").hasNotPassed("upload");

    says(
        "have passed 'transcode', 'received' in this order, but it waits at 'upload'; it has passed 'received', 'transcode'",
        () -> assertThat(video).hasPassed("transcode", "received"));
    says(
        "not have passed 'transcode', but it waits at 'upload'",
        () -> assertThat(video).hasNotPassed("transcode"));
  }

  @Test
  void what_is_cancelled_is_not_passed() {
    engine.worker("alice").does("transcode");

    engine.advance(Duration.ofHours(1));

    assertThat(video).hasPassed("late").hasNotPassed("upload").hasOpenTask("callCustomer");
    says(
        "have an open user task 'upload', but it waits at 'callCustomer'",
        () -> assertThat(video).hasOpenTask("upload"));
  }

  @Test
  void how_it_stands() {
    assertThat(video).isActive();
    says("have ended, but it waits at 'transcode'", () -> assertThat(video).isEnded());

    engine.runtime().setProcessInstanceSuspended(video.id(), true);
    assertThat(video).isSuspended();
    says(
        "be active, but it waits at 'transcode', suspended; it has passed 'received'",
        () -> assertThat(video).isActive());

    engine.runtime().deleteProcessInstance(video.id(), "no longer wanted");
    assertThat(video).isEnded();
    says(
        "be suspended, but it has ended as EXTERNALLY_TERMINATED; it has passed 'received'",
        () -> assertThat(video).isSuspended());
  }

  @Test
  void its_variables_running_and_ended() {
    says(
        "have a variable 'format', but it has 'file' = holiday.mov (String), 'length' = 90 (Integer)",
        () -> assertThat(video).hasVariable("format"));
    says(
        "have 'length' = 90 (Long), but it has 'file' = holiday.mov (String), 'length' = 90 (Integer)",
        () -> assertThat(video).hasVariable("length", 90L));
    says(
        "have no variable 'file', but it has 'file'",
        () -> assertThat(video).hasNoVariable("file"));

    Map<String, Object> results = new HashMap<>();
    results.put("still", new byte[] {1, 2});
    results.put("subtitles", null);
    results.put("details", TypedValue.json("{}"));
    engine.worker("alice").does("transcode", results);
    engine.worker("alice").does("upload");

    assertThat(video)
        .isEnded()
        .hasVariable("file")
        .hasVariable("length", 90)
        .hasVariable("still", new byte[] {1, 2})
        .hasVariable("subtitles", null)
        .hasVariable("details", TypedValue.json("{}"))
        .hasNoVariable("format");
    says("have 'details' = {} (String)", () -> assertThat(video).hasVariable("details", "{}"));
  }

  @Test
  void its_incidents() {
    assertThat(video).hasNoIncident();
    says(
        "have an incident at 'transcode', but it has none",
        () -> assertThat(video).hasIncident("transcode"));

    LockedExternalTask task = engine.worker("alice").fetchesOne("transcode");
    engine.worker("alice").fails(task, "disk full", 0, Duration.ZERO);

    assertThat(video).hasIncident().hasIncident("transcode");
    says(
        "have no incident, but it has failedExternalTask at 'transcode': disk full",
        () -> assertThat(video).hasNoIncident());
  }

  @Test
  void an_instance_that_there_is_not() {
    ProcessInstance unknown =
        new ProcessInstance("4711", "video:1", "video", null, null, false, false);

    assertThatThrownBy(() -> assertThat(unknown).isActive())
        .isInstanceOf(AssertionError.class)
        .hasMessage("There is no instance 4711");
    assertThatThrownBy(() -> assertThat((ProcessInstance) null).isActive())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("not to be null");
  }

  @Test
  void a_description_comes_first() {
    assertThatThrownBy(() -> assertThat(video).as("the holiday").isEnded())
        .hasMessageStartingWith("[the holiday] Expected instance " + video.id());
  }

  private void says(String message, ThrowingCallable assertion) {
    assertThatThrownBy(assertion)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(" to " + message)
        .hasMessageStartingWith("Expected instance ");
  }
}
