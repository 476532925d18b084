package dev.outwork.engine.bpmn.reader;

import static dev.outwork.engine.bpmn.reader.Drawing.around;
import static dev.outwork.engine.bpmn.reader.Drawing.definitions;
import static dev.outwork.engine.bpmn.reader.Drawing.flow;
import static dev.outwork.engine.bpmn.reader.Drawing.messages;
import static dev.outwork.engine.bpmn.reader.Drawing.process;
import static dev.outwork.engine.bpmn.reader.Drawing.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.engine.bpmn.CatchingNode;
import dev.outwork.engine.bpmn.ConditionalTrigger;
import dev.outwork.engine.bpmn.IntermediateCatchEvent;
import dev.outwork.engine.bpmn.LinkThrowEvent;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.bpmn.SignalTrigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntermediateEventTest {
  private static final String START = "<startEvent id=\"start\"/>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<messageEventDefinition messageRef='paid'/>  | MessageTrigger     | intermediateMessageCatch",
        "<timerEventDefinition><timeDate>2026-01-01T00:00:00Z</timeDate></timerEventDefinition> | TimerTrigger | intermediateTimer",
        "<signalEventDefinition signalRef='stopOf'/>  | SignalTrigger      | intermediateSignalCatch",
        "<conditionalEventDefinition><condition>${a}</condition></conditionalEventDefinition> | ConditionalTrigger | intermediateConditional",
      })
  void a_catch_event_waits(String definition, String trigger, String activityType) {
    String event =
        "<intermediateCatchEvent id=\"n\">"
            + Drawing.typed(definition)
            + "</intermediateCatchEvent>";

    IntermediateCatchEvent node =
        (IntermediateCatchEvent) read(Drawing.withDeclarations(around(event))).node("n");

    assertThat(node.trigger().getClass().getSimpleName()).isEqualTo(trigger);
    assertThat(node.info().activityType()).isEqualTo(activityType);
  }

  @Test
  void names_of_messages_and_signals_may_be_expressions() {
    ProcessModel model =
        read(
            Drawing.withDeclarations(
                around(
                    "<intermediateCatchEvent id=\"n\"><signalEventDefinition signalRef=\"stopOf\"/></intermediateCatchEvent>")));

    SignalTrigger trigger = (SignalTrigger) ((CatchingNode) model.node("n")).trigger();
    assertThat(trigger.name().text()).isEqualTo("stop-${id}");
  }

  @Test
  void a_condition_may_look_at_one_variable_and_some_of_its_changes() {
    ProcessModel model =
        read(
            around(
                """
                <intermediateCatchEvent id="n"><conditionalEventDefinition camunda:variableName="a"
                  camunda:variableEvents="create, update"><condition xsi:type="tFormalExpression">${a > 1}</condition>
                </conditionalEventDefinition></intermediateCatchEvent>"""));

    ConditionalTrigger trigger = (ConditionalTrigger) ((CatchingNode) model.node("n")).trigger();
    assertThat(trigger.condition().expression().text()).isEqualTo("${a > 1}");
    assertThat(trigger.variableName()).isEqualTo("a");
    assertThat(trigger.variableEvents()).containsExactlyInAnyOrder("create", "update");
    assertThat(model.hasConditions()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<intermediateCatchEvent id='n'/> | has no event definition: draw the event that it waits for",
        "<intermediateCatchEvent id='n'><errorEventDefinition/></intermediateCatchEvent> | contains errorEventDefinition, which is not supported",
        "<intermediateCatchEvent id='n'><timerEventDefinition><timeDuration>P</timeDuration></timerEventDefinition></intermediateCatchEvent> | cannot be executed: ",
        "<intermediateCatchEvent id='n'><timerEventDefinition><timeDuration>${a.b()}</timeDuration></timerEventDefinition></intermediateCatchEvent> | has a timeDuration that is refused",
        "<intermediateThrowEvent id='n'><signalEventDefinition/></intermediateThrowEvent> | has no signalRef",
        "<intermediateThrowEvent id='n'><escalationEventDefinition/></intermediateThrowEvent> | has no escalationRef to a declared escalation",
        "<intermediateThrowEvent id='n'><escalationEventDefinition escalationRef='upless'/></intermediateThrowEvent> | has no escalationRef to a declared escalation with an escalationCode",
        "<intermediateThrowEvent id='n'><errorEventDefinition/></intermediateThrowEvent> | contains errorEventDefinition, which is not supported",
      })
  void an_intermediate_event_that_cannot_be_executed_is_reported(String event, String message) {
    assertThat(messages(Drawing.withDeclarations(around(event))))
        .singleElement()
        .asString()
        .startsWith("Intermediate ")
        .contains("event 'n' ")
        .contains(message);
  }

  /** start --> jump (link x), land (link x) --> end */
  @Test
  void a_link_leads_to_the_catch_event_of_its_name_in_its_scope() {
    ProcessModel model = read(process(links("x", "x")));

    assertThat(((LinkThrowEvent) model.node("jump")).targetId()).isEqualTo("land");
    assertThat(model.node("jump").info().activityType()).isEqualTo("intermediateLinkThrow");
    assertThat(model.node("land").info().activityType()).isEqualTo("intermediateLinkCatch");
  }

  private static String links(String from, String to) {
    return START
        + "<intermediateThrowEvent id=\"jump\"><linkEventDefinition name=\"%s\"/></intermediateThrowEvent>"
            .formatted(from)
        + "<intermediateCatchEvent id=\"land\"><linkEventDefinition name=\"%s\"/></intermediateCatchEvent>"
            .formatted(to)
        + "<endEvent id=\"end\"/>"
        + flow("f", "start", "jump")
        + flow("g", "land", "end");
  }

  @Test
  void a_link_that_leads_nowhere_or_to_two_places_is_reported() {
    String another =
        "<intermediateCatchEvent id=\"other\"><linkEventDefinition name=\"x\"/></intermediateCatchEvent>";

    assertThat(messages(process(links("x", "y"))))
        .containsExactly(
            "Intermediate throw event 'jump' leads to the link 'x', which no link catch event of process 'p' has");
    assertThat(messages(process(links("x", "x") + another)))
        .containsExactly(
            "Intermediate catch event 'other' has the link 'x', as intermediate catch event 'land' has");
    assertThat(messages(process(links("x", "x") + flow("h", "jump", "end"))))
        .containsExactly(
            "Intermediate throw event 'jump' cannot have an outgoing flow, but has sequence flow 'h'");
  }

  @Test
  void a_name_or_code_has_a_bounded_length() {
    String document =
        definitions(
            "<message id=\"m\" name=\"%s\"/><error id=\"e\" errorCode=\"%s\"/>"
                    .formatted("x".repeat(256), "y".repeat(256))
                + "<message id=\"unused\" name=\"%s\"/>".formatted("z".repeat(256))
                + "<process id=\"p\" isExecutable=\"true\">"
                + START
                + "<receiveTask id=\"r\" messageRef=\"m\"/>"
                + "<endEvent id=\"x\"><errorEventDefinition errorRef=\"e\"/></endEvent>"
                + "</process>");

    assertThat(messages(document))
        .allSatisfy(
            message -> assertThat(message).endsWith("of 256 characters; at most 255 are allowed"))
        .hasSize(2);
  }
}
