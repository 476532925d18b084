package dev.outwork.engine.bpmn.reader;

import static dev.outwork.engine.bpmn.reader.Drawing.flow;
import static dev.outwork.engine.bpmn.reader.Drawing.messages;
import static dev.outwork.engine.bpmn.reader.Drawing.process;
import static dev.outwork.engine.bpmn.reader.Drawing.read;
import static dev.outwork.engine.bpmn.reader.Drawing.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.deployment.ParseException.Problem;
import dev.outwork.engine.bpmn.BoundaryEvent;
import dev.outwork.engine.bpmn.CompensationThrowEvent;
import dev.outwork.engine.bpmn.CompensationTrigger;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.ProcessModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** start --> book (undone by cancel) --> undo (compensation) */
class CompensationTest {
  private static final String TWICE =
      "<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>";
  private static final String START = "<startEvent id=\"start\"/>";
  private static final String BOOK = "<task id=\"book\">%s</task>";
  private static final String EVENT =
      "<boundaryEvent id=\"booked\" attachedToRef=\"book\"><compensateEventDefinition/></boundaryEvent>";
  private static final String CANCEL =
      "<userTask id=\"cancel\" isForCompensation=\"true\">%s</userTask>";
  private static final String UNDO =
      "<intermediateThrowEvent id=\"undo\"><compensateEventDefinition %s/></intermediateThrowEvent>";
  private static final String ASSOCIATION = association("a", "booked", "cancel");

  private static String association(String id, String source, String target) {
    return "<association id=\"%s\" associationDirection=\"One\" sourceRef=\"%s\" targetRef=\"%s\"/>"
        .formatted(id, source, target);
  }

  @Test
  void an_activity_is_undone_by_what_its_boundary_event_is_joined_to() {
    ProcessModel model =
        read(
            process(
                START
                    + BOOK.formatted("")
                    + EVENT
                    + CANCEL.formatted("")
                    + UNDO.formatted("")
                    + ASSOCIATION));

    BoundaryEvent event = (BoundaryEvent) model.node("booked");
    assertThat(event.trigger()).isEqualTo(new CompensationTrigger());
    assertThat(event.info().activityType()).isEqualTo("compensationBoundaryCatch");
    assertThat(model.compensationHandlerOf("book").map(FlowNode::id)).contains("cancel");
    assertThat(model.node("cancel").compensates()).isEqualTo("book");
    assertThat(model.node("book").compensates()).isNull();
    assertThat(((CompensationThrowEvent) model.node("undo")).activityRef()).isNull();
  }

  @Test
  void the_association_may_stand_outside_of_their_scope() {
    String inside =
        "<subProcess id=\"sub\"><startEvent id=\"in\"/>%s</subProcess>"
            .formatted(BOOK.formatted("") + EVENT + CANCEL.formatted(""));

    ProcessModel model = read(process(START + inside + ASSOCIATION));

    assertThat(model.node("cancel").compensates()).isEqualTo("book");
  }

  @Test
  void activity_and_handler_may_be_multi_instance() {
    ProcessModel model =
        read(
            process(START + BOOK.formatted(TWICE) + EVENT + CANCEL.formatted(TWICE) + ASSOCIATION));

    assertThat(((BoundaryEvent) model.node("booked")).attachedTo())
        .isEqualTo("book#multiInstanceBody");
    assertThat(model.node("cancel#multiInstanceBody").compensates()).isEqualTo("book");
    assertThat(model.node("cancel").compensates()).isNull();
  }

  @Test
  void one_activity_of_the_scope_can_be_undone_alone() {
    ProcessModel model =
        read(
            process(
                START
                    + BOOK.formatted("")
                    + EVENT
                    + CANCEL.formatted("")
                    + UNDO.formatted("activityRef=\"book\"")
                    + ASSOCIATION));

    assertThat(((CompensationThrowEvent) model.node("undo")).activityRef()).isEqualTo("book");
  }

  @Test
  void an_event_sub_process_undoes_activities_of_the_scope_around_it() {
    String inside =
        """
        <subProcess id="on" triggeredByEvent="true"><startEvent id="in"><errorEventDefinition/></startEvent>%s</subProcess>"""
            .formatted(UNDO.formatted("activityRef=\"book\""));

    ProcessModel model =
        read(
            process(
                START + BOOK.formatted("") + inside + EVENT + CANCEL.formatted("") + ASSOCIATION));

    assertThat(((CompensationThrowEvent) model.node("undo")).activityRef()).isEqualTo("book");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "B E H A association(booked,start)      | Boundary event 'booked' has 2 associations: draw one",
        "B E association(booked,note)           | Boundary event 'booked' is associated with 'note', which is not a node of process 'p'",
        "B E P association(booked,plain)        | Boundary event 'booked' is associated with task 'plain', which is not marked as isForCompensation=\"true\"",
        "B E E2 H A association(other,cancel)   | User task 'cancel' is for compensation, but 2 compensation boundary events are associated with it",
        "B E H A flow(start,cancel)             | User task 'cancel' cannot have an incoming flow, but has sequence flow 'f'",
        "B E H A flow(cancel,start)             | User task 'cancel' cannot have an outgoing flow, but has sequence flow 'f'",
        "B E H A flow(booked,book)              | Boundary event 'booked' cannot have an outgoing flow, but has sequence flow 'f'",
        "B E H A onHandler                      | Boundary event 'late' is attached to user task 'cancel', which is a compensation handler: draw a sub-process",
        "B E H A undo(nowhere)                  | Intermediate throw event 'undo' compensates 'nowhere', which is not an activity of process 'p'",
        "B E H A undo(start)                    | Intermediate throw event 'undo' compensates 'start', which is not an activity of process 'p'",
      })
  void a_compensation_that_cannot_be_executed_is_reported(String words, String message) {
    assertThat(messages(process(START + drawing(words))))
        .anySatisfy(told -> assertThat(told).startsWith(message));
  }

  @Test
  void a_handler_and_an_event_without_association_are_ignored_with_warnings() {
    String document = process(START + BOOK.formatted("") + EVENT + CANCEL.formatted(""));

    assertThat(read(document).hasCompensation()).isFalse();
    assertThat(warnings(document))
        .extracting(Problem::message)
        .contains(
            "Boundary event 'booked' has no association to a compensation handler: the activity is not compensated",
            "User task 'cancel' is for compensation, but no compensation boundary event is associated with it: it never starts");
  }

  private static final String UNDOES_SUB =
      """
      <subProcess id="undoSub" triggeredByEvent="true"><startEvent id="undoStart" %s><compensateEventDefinition/></startEvent></subProcess>""";

  @Test
  void an_event_sub_process_compensates_the_sub_process_around_it() {
    String inside =
        "<subProcess id=\"sub\"><startEvent id=\"in\"/>%s</subProcess>"
            .formatted(UNDOES_SUB.formatted(""));

    ProcessModel model = read(process(START + inside));

    assertThat(model.compensationHandlerOf("sub")).contains(model.node("undoSub"));
    assertThat(model.node("undoStart").info().activityType()).isEqualTo("compensationStartEvent");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "isInterrupting='false' | ''                              | Start event 'undoStart' has isInterrupting=\"false\", but compensation interrupts nothing: leave it out",
        "''                     | triggeredByEvent='true'         | Start event 'undoStart' compensates sub process 'sub', which cannot be compensated",
        "''                     | onHandler                       | Boundary event 'late' is attached to sub process 'undoSub', which is a compensation handler: draw a sub-process",
        "''                     | twice                           | Boundary event 'booked' compensates an activity that sub process 'undoSub' inside it compensates: draw one of them",
      })
  void an_event_sub_process_that_compensates_nothing_is_reported(
      String event, String around, String message) {
    String late =
        around.equals("onHandler")
            ? "<boundaryEvent id=\"late\" attachedToRef=\"undoSub\"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>"
            : "";
    boolean isEvent = around.startsWith("triggeredByEvent");
    String start =
        isEvent
            ? "<startEvent id=\"in\"><errorEventDefinition/></startEvent>"
            : "<startEvent id=\"in\"/>";
    String sub =
        "<subProcess id=\"sub\" %s>%s%s%s</subProcess>"
            .formatted(isEvent ? around : "", start, UNDOES_SUB.formatted(event), late);
    String second =
        around.equals("twice")
            ? EVENT.replace("\"book\"", "\"sub\"") + CANCEL.formatted("") + ASSOCIATION
            : "";

    assertThat(messages(process(START + sub + second)))
        .singleElement()
        .asString()
        .startsWith(message);
  }

  private static String drawing(String words) {
    StringBuilder nodes = new StringBuilder();
    StringBuilder artifacts = new StringBuilder();
    for (String word : words.strip().split(" +")) {
      String[] parts = word.split("[(,)]");
      switch (parts[0]) {
        case "B" -> nodes.append(BOOK.formatted(""));
        case "E" -> nodes.append(EVENT);
        case "E2" ->
            nodes
                .append("<task id=\"plain\"/>")
                .append(EVENT.replace("booked", "other").replace("\"book\"", "\"plain\""));
        case "H" -> nodes.append(CANCEL.formatted(""));
        case "P" -> nodes.append("<task id=\"plain\"/>");
        case "A" -> artifacts.append(ASSOCIATION);
        case "association" -> artifacts.append(association("b", parts[1], parts[2]));
        case "flow" -> nodes.append(flow("f", parts[1], parts[2]));
        case "undo" -> nodes.append(UNDO.formatted("activityRef=\"" + parts[1] + "\""));
        default ->
            nodes.append(
                "<boundaryEvent id=\"late\" attachedToRef=\"cancel\"><errorEventDefinition/></boundaryEvent>");
      }
    }
    return nodes.append(artifacts).append("<textAnnotation id=\"note\"/>").toString();
  }

  /** start --> transaction( in --> cancelled (cancel) ), left by its cancel boundary event */
  @Test
  void a_transaction_is_cancelled_from_inside() {
    ProcessModel model = read(process(START + transaction("transaction") + LEFT));

    assertThat(model.node("tx").info().activityType()).isEqualTo("transaction");
    assertThat(model.node("cancelled").info().activityType()).isEqualTo("cancelEndEvent");
    assertThat(model.node("left").info().activityType()).isEqualTo("cancelBoundaryCatch");
  }

  private static final String LEFT =
      "<boundaryEvent id=\"left\" attachedToRef=\"tx\"><cancelEventDefinition/></boundaryEvent>";

  private static String transaction(String kind) {
    return "<KIND id=\"tx\"><startEvent id=\"in\"/><endEvent id=\"cancelled\"><cancelEventDefinition/></endEvent></KIND>"
        .replace("KIND", kind);
  }

  @Test
  void a_cancel_that_does_not_leave_a_transaction_is_reported() {
    assertThat(messages(process(START + transaction("transaction"))))
        .containsExactly(
            "End event 'cancelled' cancels transaction 'tx', which has no cancel boundary event");
    assertThat(messages(process(START + transaction("subProcess"))))
        .containsExactly(
            "End event 'cancelled' cancels sub process 'tx', which is not a transaction");
  }
}
