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
