package dev.outwork.comparison;

import static dev.outwork.comparison.Comparison.BOTH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The behaviour common to all processes. */
class MainJobComparisonTest {
  private static final String VIDEO =
      """
      <error id="brokenError" errorCode="broken"/>
      <process id="video" isExecutable="true">
        <startEvent id="received"/>
        <sequenceFlow id="f1" sourceRef="received" targetRef="transcode"/>
        <serviceTask id="transcode" camunda:type="external" camunda:topic="transcode"/>
        <sequenceFlow id="f2" sourceRef="transcode" targetRef="published"/>
        <endEvent id="published"/>
        <boundaryEvent id="broken" attachedToRef="transcode">
          <errorEventDefinition id="brokenDefinition" errorRef="brokenError"/>
        </boundaryEvent>
        <sequenceFlow id="f3" sourceRef="broken" targetRef="reject"/>
        <userTask id="reject"/>
        <sequenceFlow id="f4" sourceRef="reject" targetRef="rejected"/>
        <endEvent id="rejected"/>
      </process>
      """;

  @Test
  void a_task_is_completed() {
    Course course =
        BOTH.sameCourse(
            VIDEO,
            engine -> {
              String id = engine.start("video", Map.of("file", "holiday.mov"));
              engine.complete("transcode", Map.of("format", "mp4"), Map.of("seconds", 7));
              return id;
            });

    assertThat(course.state()).isEqualTo("COMPLETED");
    assertThat(course.activities()).containsExactly("published", "received", "transcode");
    assertThat(course.variables()).isEqualTo(Map.of("file", "holiday.mov", "format", "mp4"));
  }

  @Test
  void a_worker_raises_an_error() {
    Course course =
        BOTH.sameCourse(
            VIDEO,
            engine -> {
              String id = engine.start("video");
              engine.raise("transcode", "broken", Map.of("why", "codec"));
              engine.completeTask("reject", Map.of());
              return id;
            });

    assertThat(course.activities())
        .containsExactly("broken", "received", "reject", "rejected", "transcode (canceled)");
  }
}
