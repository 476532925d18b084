package dev.outwork.comparison;

import static dev.outwork.comparison.Comparison.BOTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.event.EventSubscription;
import dev.outwork.api.event.EventSubscriptionFilter;
import dev.outwork.api.event.EventSubscriptionSort;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Event subscriptions, and their activities in history. */
class EventSubscriptionComparisonTest {
  private static final String CHOICE =
      """
      <message id="paidMessage" name="choicePaid"/>
      <process id="choice" isExecutable="true">
        <startEvent id="ordered"/>
        <sequenceFlow id="f1" sourceRef="ordered" targetRef="first"/>
        <eventBasedGateway id="first"/>
        <sequenceFlow id="f2" sourceRef="first" targetRef="paid"/>
        <sequenceFlow id="f3" sourceRef="first" targetRef="late"/>
        <intermediateCatchEvent id="paid"><messageEventDefinition messageRef="paidMessage"/></intermediateCatchEvent>
        <intermediateCatchEvent id="late">
          <timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>
        </intermediateCatchEvent>
        <sequenceFlow id="f4" sourceRef="paid" targetRef="done"/>
        <sequenceFlow id="f5" sourceRef="late" targetRef="done"/>
        <endEvent id="done"/>
      </process>
      """;

  private static final String CARE =
      """
      <message id="careMessage" name="careNeeded"/>
      <signal id="careSignal" name="careHeard"/>
      <process id="care" isExecutable="true">
        <startEvent id="begin"/>
        <sequenceFlow id="f1" sourceRef="begin" targetRef="work"/>
        <userTask id="work"/>
        <subProcess id="told" triggeredByEvent="true">
          <startEvent id="message" isInterrupting="false"><messageEventDefinition messageRef="careMessage"/></startEvent>
        </subProcess>
        <subProcess id="heard" triggeredByEvent="true">
          <startEvent id="signal"><signalEventDefinition signalRef="careSignal"/></startEvent>
        </subProcess>
      </process>
      """;

  @Test
  void an_event_based_gateway_is_canceled_by_a_message() {
    Course course =
        BOTH.sameCourse(
            CHOICE,
            engine -> {
              String id = engine.start("choice");
              engine.correlate("choicePaid", Map.of());
              return id;
            });

    assertThat(course.activities()).containsExactly("done", "first (canceled)", "ordered", "paid");
  }

  @Test
  void an_event_based_gateway_is_canceled_by_a_timer() {
    Course course =
        BOTH.sameCourse(
            CHOICE,
            engine -> {
              String id = engine.start("choice");
              engine.runJobs();
              return id;
            });

    assertThat(course.activities()).containsExactly("done", "first (canceled)", "late", "ordered");
  }

  @Test
  void an_event_sub_process_listens_at_its_start_event() {
    Course course =
        BOTH.sameCourse(
            CARE,
            engine -> {
              String id = engine.start("care");
              assertThat(listeners(engine, id)).containsExactly("message", "signal");
              engine.correlate("careNeeded", Map.of());
              engine.signal("careHeard", Map.of());
              return id;
            });

    assertThat(course.activities())
        .containsExactly("begin", "heard", "message", "signal", "told", "work (canceled)");
  }

  private static List<String> listeners(Played engine, String processInstanceId) {
    if (engine == BOTH.camunda()) {
      return BOTH
          .camunda()
          .engine()
          .getRuntimeService()
          .createEventSubscriptionQuery()
          .processInstanceId(processInstanceId)
          .list()
          .stream()
          .map(subscription -> subscription.getActivityId())
          .sorted()
          .toList();
    }
    return BOTH
        .outwork()
        .engine()
        .events()
        .eventSubscriptions(
            ListQuery.<EventSubscriptionFilter, EventSubscriptionSort>all()
                .with(EventSubscriptionFilter.PROCESS_INSTANCE_ID, processInstanceId))
        .stream()
        .map(EventSubscription::activityId)
        .sorted()
        .toList();
  }
}
