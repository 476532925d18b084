package dev.outwork.engine.bpmn.reader;

import static dev.outwork.engine.bpmn.reader.Drawing.around;
import static dev.outwork.engine.bpmn.reader.Drawing.messages;
import static dev.outwork.engine.bpmn.reader.Drawing.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.engine.bpmn.BoundaryEvent;
import dev.outwork.engine.bpmn.ErrorTrigger;
import dev.outwork.engine.bpmn.EscalationTrigger;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.bpmn.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundaryEventTest {
  private static final String DAY =
      "<timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<messageEventDefinition messageRef='paid'/> | boundaryMessage",
        "<timerEventDefinition><timeDuration>${x}</timeDuration></timerEventDefinition> | boundaryTimer",
        "<signalEventDefinition signalRef='stop'/>   | boundarySignal",
        "<conditionalEventDefinition><condition>${a}</condition></conditionalEventDefinition> | boundaryConditional",
        "<escalationEventDefinition escalationRef='up'/> | boundaryEscalation",
      })
  void a_boundary_event_interrupts_or_not(String definition, String activityType) {
    String event =
        "<boundaryEvent id=\"%s\" attachedToRef=\"n\" %s>"
            + Drawing.typed(definition)
            + "</boundaryEvent>";

    ProcessModel interrupting =
        read(Drawing.withDeclarations(around("<userTask id=\"n\"/>" + event.formatted("b", ""))));
    ProcessModel not =
        read(
            Drawing.withDeclarations(
                around(
                    "<receiveTask id=\"n\"/>" + event.formatted("b", "cancelActivity=\"false\""))));

    assertThat(((BoundaryEvent) interrupting.node("b")).isInterrupting()).isTrue();
    assertThat(((BoundaryEvent) interrupting.node("b")).attachedTo()).isEqualTo("n");
    assertThat(interrupting.node("b").info().activityType()).isEqualTo(activityType);
    assertThat(((BoundaryEvent) not.node("b")).isInterrupting()).isFalse();
  }

  @Test
  void an_error_boundary_event_catches_a_code_or_everything() {
    String event =
        "<boundaryEvent id=\"%s\" attachedToRef=\"%s\"><errorEventDefinition %s/></boundaryEvent>";
    ProcessModel model =
        read(
            Drawing.withDeclarations(
                around(
                    "<callActivity id=\"n\" calledElement=\"c\"/><userTask id=\"m\"/>"
                        + event.formatted(
                            "one",
                            "n",
                            "errorRef=\"late\" camunda:errorCodeVariable=\"code\" camunda:errorMessageVariable=\"text\"")
                        + event.formatted("all", "n", "")
                        + event.formatted("any", "m", "errorRef=\"codeless\"")
                        + event.formatted("undeclared", "m", "errorRef=\"OTHER\""))));

    BoundaryEvent one = (BoundaryEvent) model.node("one");
    assertThat(one.trigger())
        .isEqualTo(new ErrorTrigger("LATE", new Trigger.Captured("code", "text")));
    assertThat(one.info().activityType()).isEqualTo("boundaryError");
    assertThat(model.boundaryEventsOf("n")).extracting(FlowNode::id).containsExactly("one", "all");
    assertThat(code(model, "all")).isNull();
    assertThat(code(model, "any")).isNull();
    assertThat(code(model, "undeclared")).isEqualTo("OTHER");
  }

  private static String code(ProcessModel model, String id) {
    return ((ErrorTrigger) ((BoundaryEvent) model.node(id)).trigger()).code();
  }

  @Test
  void an_escalation_event_catches_a_code_or_everything() {
    String event =
        "<boundaryEvent id=\"%s\" attachedToRef=\"n\"><escalationEventDefinition %s/></boundaryEvent>";
    ProcessModel model =
        read(
            Drawing.withDeclarations(
                around(
                    "<userTask id=\"n\"/>"
                        + event.formatted(
                            "one", "escalationRef=\"up\" camunda:escalationCodeVariable=\"code\"")
                        + event.formatted("all", ""))));

    assertThat(((BoundaryEvent) model.node("one")).trigger())
        .isEqualTo(new EscalationTrigger("UP", new Trigger.Captured("code", null)));
    assertThat(((BoundaryEvent) model.node("all")).trigger())
        .isEqualTo(new EscalationTrigger(null, new Trigger.Captured(null, null)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<boundaryEvent id='b' attachedToRef='nowhere'><errorEventDefinition/></boundaryEvent> | is attached to 'nowhere', which is not a node of process 'p'",
        "<boundaryEvent id='b' attachedToRef='n' cancelActivity='false'><errorEventDefinition/></boundaryEvent> | has cancelActivity=\"false\", but an error always ends the activity",
        "<boundaryEvent id='b' attachedToRef='start'><errorEventDefinition/></boundaryEvent> | is attached to start event 'start', which is not an activity",
        "<boundaryEvent id='b' attachedToRef='n'><cancelEventDefinition/></boundaryEvent> | is attached to task 'n', but only a transaction can be cancelled",
        "<boundaryEvent id='b' attachedToRef='n'><escalationEventDefinition escalationRef='gone'/></boundaryEvent> | refers to the escalation 'gone', which the document does not declare",
        "<boundaryEvent id='a' attachedToRef='n'><signalEventDefinition signalRef='stop'/></boundaryEvent><boundaryEvent id='b' attachedToRef='n'><signalEventDefinition signalRef='stop'/></boundaryEvent> | catches the same event as boundary event 'a' at task 'n'",
      })
  void a_boundary_event_that_cannot_be_executed_is_named(String event, String message) {
    assertThat(messages(Drawing.withDeclarations(around("<task id=\"n\"/>" + event))))
        .singleElement()
        .asString()
        .startsWith("Boundary event 'b' ")
        .contains(message);
  }

  @Test
  void two_timers_may_stand_on_one_activity() {
    String event = "<boundaryEvent id=\"%s\" attachedToRef=\"n\">" + DAY + "</boundaryEvent>";
    ProcessModel model =
        read(around("<task id=\"n\"/>" + event.formatted("a") + event.formatted("b")));

    assertThat(model.boundaryEventsOf("n")).hasSize(2);
  }
}
