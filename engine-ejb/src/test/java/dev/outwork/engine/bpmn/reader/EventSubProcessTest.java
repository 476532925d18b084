package dev.outwork.engine.bpmn.reader;

import static dev.outwork.engine.bpmn.reader.Drawing.messages;
import static dev.outwork.engine.bpmn.reader.Drawing.process;
import static dev.outwork.engine.bpmn.reader.Drawing.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.engine.bpmn.EventSubProcess;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.bpmn.StartEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventSubProcessTest {
  private static final String START = "<startEvent id=\"start\"/>";
  private static final String DAY =
      "<timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<errorEventDefinition errorRef='late'/>         | errorStartEvent",
        "<escalationEventDefinition/>                    | escalationStartEvent",
        "<messageEventDefinition messageRef='paid'/>     | messageStartEvent",
        "<timerEventDefinition><timeDuration>${x}</timeDuration></timerEventDefinition> | startTimerEvent",
        "<signalEventDefinition signalRef='stopOf'/>     | signalStartEvent",
        "<conditionalEventDefinition><condition>${a}</condition></conditionalEventDefinition> | conditionalStartEvent",
      })
  void an_event_sub_process_has_the_trigger_of_its_start_event(
      String definition, String activityType) {
    ProcessModel model =
        read(
            Drawing.withDeclarations(
                process(START + eventSubProcess("", Drawing.typed(definition)))));

    EventSubProcess node = (EventSubProcess) model.node("n");
    assertThat(node.info().activityType()).isEqualTo("subProcess");
    assertThat(node.isInterrupting()).isTrue();
    assertThat(node.startId()).isEqualTo("in");
    StartEvent start = (StartEvent) model.node("in");
    assertThat(start.info().activityType()).isEqualTo(activityType);
    assertThat(start.trigger().getClass()).isEqualTo(node.trigger().getClass());
    assertThat(model.eventSubProcessesOf("p")).containsExactly(node);
  }

  private static String eventSubProcess(String attributes, String definition) {
    return """
        <subProcess id="n" triggeredByEvent="true"><startEvent id="in" %s>%s</startEvent></subProcess>"""
        .formatted(attributes, definition);
  }

  @Test
  void an_event_sub_process_need_not_interrupt() {
    ProcessModel model = read(process(START + eventSubProcess("isInterrupting=\"false\"", DAY)));

    assertThat(((EventSubProcess) model.node("n")).isInterrupting()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<subProcess id='n' triggeredByEvent='true'><startEvent id='in'/></subProcess> | Start event 'in' has no event definition, but starts the event sub-process 'n'",
        "<subProcess id='n' triggeredByEvent='true'/> | Sub process 'n' has no start event",
        "<subProcess id='n' triggeredByEvent='true'><startEvent id='in' isInterrupting='false'><errorEventDefinition/></startEvent></subProcess> | Start event 'in' has isInterrupting=\"false\", but an error always interrupts",
        "<subProcess id='n' triggeredByEvent='true'><startEvent id='in'><compensateEventDefinition/></startEvent></subProcess> | Start event 'in' compensates process 'p', which cannot be compensated: draw a sub-process around what is to be compensated",
        "<subProcess id='n' triggeredByEvent='true'><startEvent id='in'><errorEventDefinition/></startEvent><startEvent id='b'><escalationEventDefinition/></startEvent></subProcess> | Start event 'b' is redundant: sub process 'n' can have only one start event",
        "<subProcess id='n' triggeredByEvent='true'><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics><startEvent id='in'><errorEventDefinition/></startEvent></subProcess> | Sub process 'n' is triggered by an event and cannot be multi-instance",
        "<subProcess id='n' triggeredByEvent='true'><extensionElements><camunda:inputOutput/></extensionElements><startEvent id='in'><errorEventDefinition/></startEvent></subProcess> | Sub process 'n' is triggered by an event and cannot have parameters",
        "<subProcess id='n' triggeredByEvent='true'><startEvent id='in'><errorEventDefinition/></startEvent></subProcess><sequenceFlow id='f' sourceRef='start' targetRef='n'/> | Sub process 'n' cannot have an incoming flow, but has sequence flow 'f'",
        "<subProcess id='n' triggeredByEvent='true'><startEvent id='in'><errorEventDefinition/></startEvent></subProcess><boundaryEvent id='b' attachedToRef='n'><cancelEventDefinition/></boundaryEvent> | Boundary event 'b' is attached to sub process 'n', which is triggered by an event and can neither be compensated nor cancelled",
        "<subProcess id='n' triggeredByEvent='true'><startEvent id='in'><escalationEventDefinition/></startEvent></subProcess><subProcess id='m' triggeredByEvent='true'><startEvent id='b'><escalationEventDefinition/></startEvent></subProcess> | Start event 'b' catches the same event as start event 'in' at process 'p'",
        "<subProcess id='n'><startEvent id='in'><escalationEventDefinition/></startEvent></subProcess> | Start event 'in' has an event definition, but sub process 'n' begins when a token enters it",
      })
  void an_event_sub_process_that_cannot_be_executed_is_reported(String content, String message) {
    assertThat(messages(process(START + content))).singleElement().asString().startsWith(message);
  }
}
