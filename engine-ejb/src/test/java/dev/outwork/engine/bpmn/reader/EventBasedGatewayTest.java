package dev.outwork.engine.bpmn.reader;

import static dev.outwork.engine.bpmn.reader.Drawing.flow;
import static dev.outwork.engine.bpmn.reader.Drawing.messages;
import static dev.outwork.engine.bpmn.reader.Drawing.process;
import static dev.outwork.engine.bpmn.reader.Drawing.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.deployment.ParseException.Problem;
import dev.outwork.engine.bpmn.CatchingNode;
import dev.outwork.engine.bpmn.EventBasedGateway;
import dev.outwork.engine.bpmn.MessageTrigger;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.bpmn.TimerTrigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventBasedGatewayTest {
  private static final String START = "<startEvent id=\"start\"/>";
  private static final String DAY =
      "<timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>";

  /** start --> wait --> ( paid | timer | receive ) */
  @Test
  void an_event_based_gateway_has_the_events_it_leads_to() {
    ProcessModel model =
        read(
            Drawing.withDeclarations(
                    process(
                        START
                            + "<eventBasedGateway id=\"wait\"/>"
                            + "<intermediateCatchEvent id=\"paid1\"><messageEventDefinition messageRef=\"paid\"/></intermediateCatchEvent>"
                            + "<intermediateCatchEvent id=\"timer\">"
                            + DAY
                            + "</intermediateCatchEvent>"
                            + "<receiveTask id=\"receive\" messageRef=\"other\"/>"
                            + flow("in", "start", "wait")
                            + flow("a", "wait", "paid1")
                            + flow("b", "wait", "timer")
                            + flow("c", "wait", "receive")))
                .replace("<process ", "<message id=\"other\" name=\"OTHER\"/><process "));

    EventBasedGateway gateway = (EventBasedGateway) model.node("wait");
    assertThat(gateway.events())
        .containsExactly(
            (CatchingNode) model.node("paid1"),
            (CatchingNode) model.node("timer"),
            (CatchingNode) model.node("receive"));
    assertThat(gateway.events().get(0).trigger()).isInstanceOf(MessageTrigger.class);
    assertThat(gateway.events().get(1).trigger()).isInstanceOf(TimerTrigger.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<task id='e'/> | Task 'e' comes after event based gateway 'n', but must be a message, timer, signal or conditional catch event, or a receive task",
        "<receiveTask id='e'/> | Receive task 'e' comes after event based gateway 'n', but has no message that it waits for",
        "<receiveTask id='e' messageRef='paid'><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></receiveTask> | Receive task 'e' comes after event based gateway 'n', but is multi-instance",
        "<receiveTask id='e' messageRef='paid'/><boundaryEvent id='b' attachedToRef='e'><errorEventDefinition/></boundaryEvent> | Receive task 'e' comes after event based gateway 'n', but has boundary events",
        "<receiveTask id='e' messageRef='paid' camunda:asyncBefore='true'/> | Receive task 'e' comes after event based gateway 'n', but is asynchronous",
        "<receiveTask id='e' messageRef='paid'/><sequenceFlow id='x' sourceRef='start' targetRef='e'/> | Receive task 'e' comes after event based gateway 'n', but other flows lead to it, too",
      })
  void what_an_event_based_gateway_cannot_wait_for_is_named(String event, String message) {
    String document =
        process(
            START
                + "<eventBasedGateway id=\"n\"/>"
                + event
                + flow("in", "start", "n")
                + flow("f", "n", "e"));

    assertThat(messages(Drawing.withDeclarations(document)))
        .singleElement()
        .asString()
        .startsWith(message);
  }

  @Test
  void an_event_based_gateway_leads_to_events_without_conditions() {
    String event = "<intermediateCatchEvent id=\"e\">" + DAY + "</intermediateCatchEvent>";
    String gateway = START + "<eventBasedGateway id=\"n\"/>" + event;

    assertThat(
            Drawing.warnings(
                process(gateway + flow("in", "start", "n") + flow("f", "n", "e", "${a}"))))
        .extracting(Problem::message)
        .containsExactly(
            "Sequence flow 'f' has a condition, which is ignored: event based gateway 'n' takes all its outgoing flows");
    assertThat(messages(process(gateway)))
        .containsExactly("Event based gateway 'n' leads to no event");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "instantiate='true'          | has instantiate=\"true\", which is not supported: draw a start event for each event",
        "eventGatewayType='Parallel' | has eventGatewayType=\"Parallel\", which is not supported: draw a parallel gateway with events after it",
      })
  void an_event_based_gateway_takes_one_way_and_begins_no_process(
      String attribute, String message) {
    String document =
        process(
            START
                + "<eventBasedGateway id=\"n\" %s/><intermediateCatchEvent id=\"e\">%s</intermediateCatchEvent>"
                    .formatted(attribute, DAY)
                + flow("f", "n", "e"));

    assertThat(messages(document)).containsExactly("Event based gateway 'n' " + message);
  }
}
