package dev.outwork.engine.bpmn.reader;

import static dev.outwork.engine.bpmn.reader.Drawing.messages;
import static dev.outwork.engine.bpmn.reader.Drawing.process;
import static dev.outwork.engine.bpmn.reader.Drawing.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.NoTrigger;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.bpmn.StartEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartEventTest {
  private static final String START = "<startEvent id=\"start\"/>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<messageEventDefinition messageRef='paid'/>                        | MessageTrigger     | messageStartEvent",
        "<timerEventDefinition><timeCycle>R/PT1H</timeCycle></timerEventDefinition> | TimerTrigger | startTimerEvent",
        "<signalEventDefinition signalRef='stop'/>                          | SignalTrigger      | signalStartEvent",
        "<conditionalEventDefinition><condition>${a}</condition></conditionalEventDefinition> | ConditionalTrigger | conditionalStartEvent",
      })
  void a_process_begins_with_events_besides_its_none_start(
      String definition, String trigger, String activityType) {
    ProcessModel model =
        read(
            Drawing.withDeclarations(
                process(
                    START
                        + "<startEvent id=\"n\">"
                        + Drawing.typed(definition)
                        + "</startEvent>")));

    assertThat(model.startId()).contains("start");
    assertThat(model.startEvents()).extracting(FlowNode::id).containsExactly("start", "n");
    StartEvent event = (StartEvent) model.node("n");
    assertThat(event.trigger().getClass().getSimpleName()).isEqualTo(trigger);
    assertThat(event.info().activityType()).isEqualTo(activityType);
  }

  @Test
  void a_process_needs_no_none_start_if_something_else_begins_it() {
    ProcessModel model =
        read(
            Drawing.withDeclarations(
                process(
                    "<startEvent id=\"n\"><messageEventDefinition messageRef=\"paid\"/></startEvent>")));

    assertThat(model.startId()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<errorEventDefinition/>                      | has an errorEventDefinition, which cannot start a process: draw an event sub-process",
        "<escalationEventDefinition/>                 | has an escalationEventDefinition, which cannot start a process",
        "<messageEventDefinition/>                    | has no messageRef: name the message",
        "<messageEventDefinition messageRef='gone'/>  | refers to the message 'gone', which the document does not declare",
        "<messageEventDefinition messageRef='nameless'/> | refers to the message 'nameless', which has no name",
        "<signalEventDefinition/>                     | has no signalRef: name the signal",
        "<signalEventDefinition signalRef='stopOf'/>  | cannot start a process, which has no variables before its start: Unknown property",
        "<timerEventDefinition/>                      | has 0 times: write exactly one timeDate, timeDuration or timeCycle",
        "<timerEventDefinition><timeDuration>soon</timeDuration></timerEventDefinition> | cannot be executed: ",
        "<timerEventDefinition><timeCycle>0 0 25 * * ?</timeCycle></timerEventDefinition> | cannot be executed: '0 0 25 * * ?' is not a cron expression",
        "<timerEventDefinition><timeDuration>${x}</timeDuration></timerEventDefinition> | cannot start a process, which has no variables before its start: Unknown property",
        "<conditionalEventDefinition><condition>text</condition></conditionalEventDefinition> | has a condition that is refused",
        "<conditionalEventDefinition camunda:variableEvents='born'><condition>${a}</condition></conditionalEventDefinition> | has camunda:variableEvents=\"born\": write create, update, delete",
      })
  void what_cannot_begin_a_process_is_named(String definition, String message) {
    String event = "<startEvent id=\"n\">" + Drawing.typed(definition) + "</startEvent>";

    assertThat(messages(Drawing.withDeclarations(process(START + event))))
        .singleElement()
        .asString()
        .startsWith("Start event 'n' ")
        .contains(message);
  }

  @Test
  void two_starts_of_a_process_do_not_wait_for_the_same_message() {
    String event =
        "<startEvent id=\"%s\"><messageEventDefinition messageRef=\"paid\"/></startEvent>";

    assertThat(
            messages(
                Drawing.withDeclarations(process(event.formatted("a") + event.formatted("b")))))
        .containsExactly(
            "Start event 'b' catches the same event as start event 'a' at process 'p'");
  }

  @Test
  void a_none_start_event_has_no_trigger() {
    StartEvent start = (StartEvent) read(process(START)).node("start");

    assertThat(start.trigger()).isEqualTo(NoTrigger.INSTANCE);
  }
}
