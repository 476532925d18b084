package dev.outwork.comparison;

import static dev.outwork.comparison.Comparison.BOTH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events on event sub-processes, and several of them for one error. */
class EventSubProcessesComparisonTest {
  private static final String DECLARED =
      """
      <error id="e1" errorCode="E1"/>
      <error id="e2" errorCode="E2"/>
      <escalation id="up" escalationCode="UP"/>
      <message id="beginMessage" name="%1$s-begin"/>
      <message id="stopMessage" name="%1$s-stop"/>
      """;

  /** start --> wait; begun by a message: inside --> done; on it: boundary --> left. */
  private static String guarded(
      String key, String definition, boolean subInterrupts, boolean boundaryInterrupts) {
    return DECLARED.formatted(key)
        + """
          <process id="%1$s" isExecutable="true">
            <startEvent id="start"/>
            <sequenceFlow id="f1" sourceRef="start" targetRef="%1$s-wait"/>
            <userTask id="%1$s-wait"/>
            <sequenceFlow id="f2" sourceRef="%1$s-wait" targetRef="end"/>
            <endEvent id="end"/>
            <subProcess id="sub" triggeredByEvent="true">
              <startEvent id="begin" isInterrupting="%3$s">
                <messageEventDefinition id="beginDefinition" messageRef="beginMessage"/>
              </startEvent>
              <sequenceFlow id="g1" sourceRef="begin" targetRef="inside"/>
              <serviceTask id="inside" camunda:type="external" camunda:topic="%1$s"/>
              <sequenceFlow id="g2" sourceRef="inside" targetRef="escalate"/>
              <intermediateThrowEvent id="escalate">
                <escalationEventDefinition id="escalateDefinition" escalationRef="up"/>
              </intermediateThrowEvent>
              <sequenceFlow id="g3" sourceRef="escalate" targetRef="done"/>
              <endEvent id="done"/>
            </subProcess>
            <boundaryEvent id="boundary" attachedToRef="sub" cancelActivity="%4$s">%2$s</boundaryEvent>
            <sequenceFlow id="h1" sourceRef="boundary" targetRef="left"/>
            <endEvent id="left"/>
          </process>
          """
            .formatted(key, definition, subInterrupts, boundaryInterrupts);
  }

  @ParameterizedTest
  @CsvSource({
    "timer, <timerEventDefinition id='d'><timeDuration>PT1H</timeDuration></timerEventDefinition>, true, true",
    "timer, <timerEventDefinition id='d'><timeDuration>PT1H</timeDuration></timerEventDefinition>, false, true",
    "timer, <timerEventDefinition id='d'><timeDuration>PT1H</timeDuration></timerEventDefinition>, true, false",
    "message, <messageEventDefinition id='d' messageRef='stopMessage'/>, true, true",
    "message, <messageEventDefinition id='d' messageRef='stopMessage'/>, false, false",
    "error, <errorEventDefinition id='d' errorRef='e1'/>, true, true",
    "error, <errorEventDefinition id='d'/>, false, true",
    "none, <escalationEventDefinition id='d' escalationRef='up'/>, true, true",
    "none, <escalationEventDefinition id='d' escalationRef='up'/>, false, false",
    "none, <timerEventDefinition id='d'><timeDuration>PT1H</timeDuration></timerEventDefinition>, true, true",
  })
  void an_event_on_an_event_sub_process(
      String happens, String definition, boolean subInterrupts, boolean boundaryInterrupts) {
    String key =
        "guarded-"
            + Integer.toHexString((happens + definition).hashCode())
            + subInterrupts
            + boundaryInterrupts;

    BOTH.sameCourse(
        guarded(key, definition, subInterrupts, boundaryInterrupts),
        engine -> {
          String id = engine.start(key);
          engine.correlate(key + "-begin", Map.of());
          switch (happens) {
            case "timer" -> engine.runJobs();
            case "message" -> engine.correlate(key + "-stop", Map.of());
            case "error" -> engine.raise(key, "E1", Map.of());
            default -> engine.complete(key);
          }
          if (!subInterrupts) {
            engine.completeTask(key + "-wait", Map.of());
          }
          return id;
        });
  }

  private static String catching(String id, String reference) {
    return """
        <subProcess id="%1$s" triggeredByEvent="true">
          <startEvent id="%1$sStart"><errorEventDefinition id="%1$sDefinition" %2$s/></startEvent>
        </subProcess>
        """
        .formatted(id, reference);
  }

  @ParameterizedTest
  @CsvSource({
    "errorRef='e1', errorRef='e2', a",
    "errorRef='e2', errorRef='e1', b",
    "errorRef='e1', errorRef='e1', a",
    "errorRef='e1', '', a",
    "'', errorRef='e1', b",
    "'', '', a",
  })
  void two_event_sub_processes_for_errors(String a, String b, String catches) {
    String key = "errors-" + Integer.toHexString((a + b).hashCode());

    Course course =
        BOTH.sameCourse(
            DECLARED.formatted(key)
                + """
                  <process id="%s" isExecutable="true">
                    <startEvent id="start"/>
                    <sequenceFlow id="f1" sourceRef="start" targetRef="fail"/>
                    <endEvent id="fail"><errorEventDefinition id="failDefinition" errorRef="e1"/></endEvent>
                    %s
                    %s
                  </process>
                  """
                    .formatted(key, catching("a", a), catching("b", b)),
            engine -> engine.start(key));

    assertThat(course.activities()).contains(catches);
  }
}
