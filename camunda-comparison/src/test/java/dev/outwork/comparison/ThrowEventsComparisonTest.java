package dev.outwork.comparison;

import static dev.outwork.comparison.Comparison.BOTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.history.HistoricActivityInstanceFilter;
import dev.outwork.api.history.HistoricActivityInstanceSort;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Events that throw messages without an implementation. */
class ThrowEventsComparisonTest {
  private static final String NOTICE =
      """
      <message id="noticeMessage" name="notice"/>
      <process id="notice" isExecutable="true">
        <startEvent id="start"/>
        <sequenceFlow id="f1" sourceRef="start" targetRef="told"/>
        <intermediateThrowEvent id="told">
          <extensionElements>
            <camunda:inputOutput>
              <camunda:inputParameter name="text">hello</camunda:inputParameter>
              <camunda:outputParameter name="sent">${text}</camunda:outputParameter>
            </camunda:inputOutput>
          </extensionElements>
          <messageEventDefinition id="toldDefinition" messageRef="noticeMessage"/>
        </intermediateThrowEvent>
        <sequenceFlow id="f2" sourceRef="told" targetRef="again"/>
        <intermediateThrowEvent id="again">
          <messageEventDefinition id="againDefinition" camunda:topic="t"/>
        </intermediateThrowEvent>
        <sequenceFlow id="f3" sourceRef="again" targetRef="end"/>
        <endEvent id="end"><messageEventDefinition id="endDefinition" messageRef="noticeMessage"/></endEvent>
      </process>
      """;

  @Test
  void a_message_event_without_an_implementation_is_passed_through() {
    AtomicReference<String> last = new AtomicReference<>();

    Course course =
        BOTH.sameCourse(
            NOTICE,
            engine -> {
              last.set(engine.start("notice"));
              return last.get();
            });

    assertThat(course.state()).isEqualTo("COMPLETED");
    assertThat(course.variables()).isEqualTo(Map.of("sent", "hello"));
    assertThat(typesOnOutwork(last.get())).isEqualTo(typesOnCamunda());
  }

  /**
   * fork --> heard (signal) --> told; fork --> raise (signal, async) --> raised; not heard by late,
   * which begins to listen afterwards.
   */
  private static final String ALARM =
      """
      <signal id="alarm" name="async-alarm"/>
      <process id="alarming" isExecutable="true">
        <startEvent id="start"/>
        <sequenceFlow id="f1" sourceRef="start" targetRef="fork"/>
        <parallelGateway id="fork"/>
        <sequenceFlow id="f2" sourceRef="fork" targetRef="heard"/>
        <intermediateCatchEvent id="heard"><signalEventDefinition id="d1" signalRef="alarm"/></intermediateCatchEvent>
        <sequenceFlow id="f3" sourceRef="heard" targetRef="told"/>
        <userTask id="told"/>
        <sequenceFlow id="f4" sourceRef="fork" targetRef="raise"/>
        <intermediateThrowEvent id="raise">
          <signalEventDefinition id="d2" signalRef="alarm" camunda:async="true">
            <extensionElements><camunda:in sourceExpression="${1 + 1}" target="sum"/></extensionElements>
          </signalEventDefinition>
        </intermediateThrowEvent>
        <sequenceFlow id="f5" sourceRef="raise" targetRef="late"/>
        <intermediateCatchEvent id="late"><signalEventDefinition id="d3" signalRef="alarm"/></intermediateCatchEvent>
      </process>
      """;

  @Test
  void an_asynchronous_signal_reaches_its_own_instance_by_a_job() {
    Course before = BOTH.sameCourse(ALARM, engine -> engine.start("alarming"));

    assertThat(before.activities()).contains("heard (open)", "late (open)");

    Course after =
        BOTH.sameCourse(
            ALARM.replace("alarm", "alert").replace("alerting", "alerting2"),
            engine -> {
              String id = engine.start("alerting2");
              engine.runJobs();
              return id;
            });

    assertThat(after.activities()).contains("told (open)", "late (open)");
    assertThat(after.variables()).isEmpty();
  }

  private static Map<String, String> typesOnOutwork(String processInstanceId) {
    return BOTH
        .outwork()
        .engine()
        .history()
        .activityInstances(
            ListQuery.<HistoricActivityInstanceFilter, HistoricActivityInstanceSort>all()
                .with(HistoricActivityInstanceFilter.PROCESS_INSTANCE_ID, processInstanceId))
        .stream()
        .collect(
            Collectors.toMap(
                activity -> activity.activityId(), activity -> activity.activityType()));
  }

  private static Map<String, String> typesOnCamunda() {
    return BOTH
        .camunda()
        .engine()
        .getHistoryService()
        .createHistoricActivityInstanceQuery()
        .list()
        .stream()
        .filter(activity -> activity.getProcessDefinitionKey().equals("notice"))
        .collect(
            Collectors.toMap(
                activity -> activity.getActivityId(), activity -> activity.getActivityType()));
  }
}
