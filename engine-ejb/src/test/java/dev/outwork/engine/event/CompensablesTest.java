package dev.outwork.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.event.EventSubscription;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** Storing compensable activities (BPMN 2.0, chapter 10.7). */
class CompensablesTest extends SharedEngineTest {
  /** start --> book (undone by release) --> pay --> undo (compensation) --> end; all external. */
  private static final BpmnModelInstance UNDOING =
      Bpmn.createExecutableProcess("undoing")
          .startEvent()
          .serviceTask("book")
          .operatonExternalTask("book")
          .boundaryEvent("undoBook")
          .compensateEventDefinition()
          .compensateEventDefinitionDone()
          .compensationStart()
          .serviceTask("release")
          .operatonExternalTask("release")
          .compensationDone()
          .serviceTask("pay")
          .operatonExternalTask("pay")
          .intermediateThrowEvent("undo")
          .compensateEventDefinition()
          .compensateEventDefinitionDone()
          .serviceTask("last")
          .operatonExternalTask("last")
          .endEvent()
          .done();

  @Test
  void completed_activities_are_kept_until_compensated() {
    ProcessInstance instance = start(UNDOING);
    assertThat(kept()).isEmpty();

    alice.does("book");

    assertThat(kept()).hasSize(1);
    EventSubscription kept = kept().get(0);
    assertThat(kept.eventType()).isEqualTo("compensate");
    assertThat(kept.activityId()).isEqualTo("book");
    assertThat(kept.executionId()).isEqualTo(instance.id());
    alice.does("pay");
    assertThat(engine.waitsAt(instance)).containsExactly("release", "undo");
    assertThat(kept()).isEmpty();
    alice.does("release");
    assertThat(engine.waitsAt(instance)).containsExactly("last");
  }

  @Test
  void compensation_subscriptions_are_deleted_with_the_instance() {
    ProcessInstance instance = start(UNDOING);
    alice.does("book");

    engine.runtime().deleteProcessInstance(instance.id(), null);

    assertThat(rows(instance)).isZero();
  }

  /** start --> book (undone by release) --> end. */
  private static final BpmnModelInstance BOOKING =
      Bpmn.createExecutableProcess("booking")
          .startEvent()
          .serviceTask("book")
          .operatonExternalTask("book")
          .boundaryEvent("undoBook")
          .compensateEventDefinition()
          .compensateEventDefinitionDone()
          .compensationStart()
          .serviceTask("release")
          .operatonExternalTask("release")
          .compensationDone()
          .serviceTask("last")
          .operatonExternalTask("last")
          .endEvent()
          .done();

  @Test
  void compensation_subscriptions_end_with_the_instance() {
    ProcessInstance instance = start(BOOKING);
    alice.does("book");
    assertThat(rows(instance)).isOne();

    alice.does("last");

    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
    assertThat(rows(instance)).isZero();
  }

  private static List<EventSubscription> kept() {
    return engine.events().eventSubscriptions(ListQuery.all());
  }

  private static long rows(ProcessInstance instance) {
    return Rows.count(
        engine.database(),
        "select count(*) from event_subscription where process_instance_id = ?",
        instance.id());
  }
}
