package dev.outwork.engine.bpmn.reader;

import static dev.outwork.engine.bpmn.reader.Drawing.around;
import static dev.outwork.engine.bpmn.reader.Drawing.flow;
import static dev.outwork.engine.bpmn.reader.Drawing.messages;
import static dev.outwork.engine.bpmn.reader.Drawing.process;
import static dev.outwork.engine.bpmn.reader.Drawing.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.engine.bpmn.ErrorEndEvent;
import dev.outwork.engine.bpmn.EscalationThrowEvent;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.bpmn.SignalThrowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrowEventTest {
  private static final String START = "<startEvent id=\"start\"/>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<intermediateThrowEvent id='n'/>                                   | NoneThrowEvent         | intermediateNoneThrowEvent",
        "<intermediateThrowEvent id='n'><signalEventDefinition signalRef='stop'/></intermediateThrowEvent> | SignalThrowEvent | intermediateSignalThrow",
        "<intermediateThrowEvent id='n'><escalationEventDefinition escalationRef='up'/></intermediateThrowEvent> | EscalationThrowEvent | intermediateEscalationThrowEvent",
        "<intermediateThrowEvent id='n'><compensateEventDefinition/></intermediateThrowEvent> | CompensationThrowEvent | intermediateCompensationThrowEvent",
        "<endEvent id='n'/>                                                 | EndEvent               | noneEndEvent",
        "<endEvent id='n'><signalEventDefinition signalRef='stop'/></endEvent>         | SignalThrowEvent       | signalEndEvent",
        "<endEvent id='n'><errorEventDefinition errorRef='late'/></endEvent>           | ErrorEndEvent          | errorEndEvent",
        "<endEvent id='n'><escalationEventDefinition escalationRef='up'/></endEvent>   | EscalationThrowEvent   | escalationEndEvent",
        "<endEvent id='n'><compensateEventDefinition/></endEvent>           | CompensationThrowEvent | compensationEndEvent",
        "<endEvent id='n'><terminateEventDefinition/></endEvent>            | TerminateEndEvent      | terminateEndEvent",
      })
  void a_throw_or_end_event_is_read(String event, String record, String activityType) {
    FlowNode node =
        read(Drawing.withDeclarations(process(START + event + flow("f", "start", "n")))).node("n");

    assertThat(node.getClass().getSimpleName()).isEqualTo(record);
    assertThat(node.info().activityType()).isEqualTo(activityType);
  }

  @Test
  void a_thrown_error_has_a_code_and_a_message() {
    ProcessModel model =
        read(
            Drawing.withDeclarations(
                process(
                    START
                        + "<endEvent id=\"declared\"><errorEventDefinition errorRef=\"late\"/></endEvent>"
                        + "<endEvent id=\"undeclared\"><errorEventDefinition errorRef=\"OTHER\"/></endEvent>")));

    ErrorEndEvent declared = (ErrorEndEvent) model.node("declared");
    assertThat(declared.code()).isEqualTo("LATE");
    assertThat(declared.message().text()).isEqualTo("Too late, ${name}");
    ErrorEndEvent undeclared = (ErrorEndEvent) model.node("undeclared");
    assertThat(undeclared.code()).isEqualTo("OTHER");
    assertThat(undeclared.message()).isNull();
  }

  @Test
  void an_error_is_thrown_with_a_code() {
    String end = "<endEvent id=\"n\"><errorEventDefinition errorRef=\"codeless\"/></endEvent>";

    assertThat(messages(Drawing.withDeclarations(process(START + end))))
        .containsExactly("End event 'n' has no errorRef to an error with an errorCode");
  }

  @Test
  void a_thrown_signal_takes_variables_with_it() {
    String event =
        """
        <intermediateThrowEvent id="n"><signalEventDefinition signalRef="stop"><extensionElements>
          <camunda:in source="a" target="b"/><camunda:in variables="all"/>
        </extensionElements></signalEventDefinition></intermediateThrowEvent>""";

    SignalThrowEvent node =
        (SignalThrowEvent) read(Drawing.withDeclarations(around(event))).node("n");

    assertThat(node.name().text()).isEqualTo("STOP");
    assertThat(node.payload()).hasSize(2);
    assertThat(node.payload().get(0).value().variable()).isEqualTo("a");
    assertThat(node.payload().get(0).target()).isEqualTo("b");
    assertThat(node.payload().get(1).isAll()).isTrue();
  }

  @Test
  void an_escalation_is_thrown_with_its_code() {
    String event =
        "<intermediateThrowEvent id=\"n\"><escalationEventDefinition escalationRef=\"up\"/></intermediateThrowEvent>";

    assertThat(
            ((EscalationThrowEvent) read(Drawing.withDeclarations(around(event))).node("n")).code())
        .isEqualTo("UP");
  }
}
