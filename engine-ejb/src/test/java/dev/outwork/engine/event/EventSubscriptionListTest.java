package dev.outwork.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.event.EventSubscription;
import dev.outwork.api.event.EventSubscriptionFilter;
import dev.outwork.api.event.EventSubscriptionSort;
import dev.outwork.api.event.MessageCorrelation;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.job.Job;
import dev.outwork.api.job.JobFilter;
import dev.outwork.api.job.JobSort;
import dev.outwork.engine.testkit.AnyValue;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** Lists of subscriptions (docs/rest-api.md, "Event subscriptions"). */
class EventSubscriptionListTest extends SharedEngineTest {
  /** start --> paid (message 'paid') and heard (signal 'alarm') --> end. */
  private static final BpmnModelInstance LISTENING =
      Bpmn.createExecutableProcess("listening")
          .startEvent()
          .parallelGateway("fork")
          .intermediateCatchEvent("paid")
          .message("paid")
          .endEvent()
          .moveToNode("fork")
          .intermediateCatchEvent("heard")
          .signal("alarm")
          .endEvent()
          .done();

  /** begin (message 'order') --> end. */
  private static final BpmnModelInstance BEGINNING =
      Bpmn.createExecutableProcess("beginning")
          .startEvent("begin")
          .message("order")
          .endEvent()
          .done();

  /** start --> work (external); remind (1 hour, does not interrupt) and help (message) inside. */
  private static final String WATCHED =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test"
                   xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
        <message id="m" name="help"/>
        <process id="watched" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="f1" sourceRef="start" targetRef="work"/>
          <serviceTask id="work" camunda:type="external" camunda:topic="work"/>
          <subProcess id="remind" triggeredByEvent="true">
            <startEvent id="late" isInterrupting="false">
              <timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>
            </startEvent>
          </subProcess>
          <subProcess id="help" triggeredByEvent="true">
            <startEvent id="told"><messageEventDefinition messageRef="m"/></startEvent>
          </subProcess>
        </process>
      </definitions>
      """;

  @Test
  void a_subscription_tells_who_listens_for_what() {
    ProcessInstance instance = start(LISTENING);

    EventSubscription message = only(EventSubscriptionFilter.EVENT_TYPE, "message");

    assertThat(message.eventType()).isEqualTo("message");
    assertThat(message.eventName()).isEqualTo("paid");
    assertThat(message.activityId()).isEqualTo("paid");
    assertThat(message.processInstanceId()).isEqualTo(instance.id());
    assertThat(message.executionId()).isNotEqualTo(instance.id());
    assertThat(message.createdDate()).isEqualTo(engine.clock().instant());
    assertThat(message.tenantId()).isNull();
    assertThat(only(EventSubscriptionFilter.EXECUTION_ID, message.executionId()))
        .isEqualTo(message);
    assertThat(only(EventSubscriptionFilter.EVENT_SUBSCRIPTION_ID, message.id()))
        .isEqualTo(message);
    assertThat(only(EventSubscriptionFilter.EVENT_NAME, "alarm").eventType()).isEqualTo("signal");
    assertThat(only(EventSubscriptionFilter.ACTIVITY_ID, "heard").eventName()).isEqualTo("alarm");
  }

  @Test
  void a_start_event_listens_without_an_instance() {
    String deploymentId = engine.deploy(BEGINNING).deploymentId();

    EventSubscription start = only(EventSubscriptionFilter.EVENT_NAME, "order");

    assertThat(start.activityId()).isEqualTo("begin");
    assertThat(start.processInstanceId()).isNull();
    assertThat(start.executionId()).isNull();
    engine.repository().deleteDeployment(deploymentId, true);
  }

  @Test
  void an_event_sub_process_listens_at_its_start_event() {
    engine.deploy(WATCHED);
    ProcessInstance instance = engine.start("watched");

    EventSubscription message = only(EventSubscriptionFilter.ACTIVITY_ID, "told");
    List<Job> timers =
        engine
            .management()
            .jobs(ListQuery.<JobFilter, JobSort>all().with(JobFilter.ACTIVITY_ID, "late"));

    assertThat(message.executionId()).isEqualTo(instance.id());
    assertThat(list(all().with(EventSubscriptionFilter.ACTIVITY_ID, "help"))).isEmpty();
    assertThat(timers).extracting(Job::processInstanceId).containsExactly(instance.id());

    engine.advance(Duration.ofHours(1));
    engine.events().correlate(MessageCorrelation.of("help"));

    assertThat(engine.path(instance)).contains("remind", "help");
    assertThat(list(all())).isEmpty();
    assertThat(engine.management().countJobs(ListQuery.all())).isZero();
  }

  @Test
  void the_newest_can_come_first() {
    ProcessInstance first = start(LISTENING);
    engine.clock().advance(Duration.ofSeconds(1));
    ProcessInstance second = start(LISTENING);

    assertThat(
            list(
                    all()
                        .with(EventSubscriptionFilter.EVENT_TYPE, "message")
                        .orderBy(EventSubscriptionSort.CREATED, false))
                .stream()
                .map(EventSubscription::processInstanceId))
        .containsExactly(second.id(), first.id());
  }

  @Test
  void every_filter_and_every_sort_key_can_be_asked_for() {
    for (EventSubscriptionFilter filter : EventSubscriptionFilter.values()) {
      ListQuery<EventSubscriptionFilter, EventSubscriptionSort> query =
          all().with(filter, AnyValue.of(filter));
      assertThat(engine.events().countEventSubscriptions(query)).isEqualTo(list(query).size());
    }
    for (EventSubscriptionSort key : EventSubscriptionSort.values()) {
      assertThat(list(all().orderBy(key, true))).isEmpty();
    }
  }

  private static EventSubscription only(EventSubscriptionFilter filter, String value) {
    List<EventSubscription> found = list(all().with(filter, value));
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static ListQuery<EventSubscriptionFilter, EventSubscriptionSort> all() {
    return ListQuery.all();
  }

  private static List<EventSubscription> list(
      ListQuery<EventSubscriptionFilter, EventSubscriptionSort> query) {
    return engine.events().eventSubscriptions(query);
  }
}
