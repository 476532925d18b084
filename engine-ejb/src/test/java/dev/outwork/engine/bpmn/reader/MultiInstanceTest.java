package dev.outwork.engine.bpmn.reader;

import static dev.outwork.engine.bpmn.reader.Drawing.around;
import static dev.outwork.engine.bpmn.reader.Drawing.messages;
import static dev.outwork.engine.bpmn.reader.Drawing.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.engine.bpmn.BoundaryEvent;
import dev.outwork.engine.bpmn.InputOutput;
import dev.outwork.engine.bpmn.MultiInstance;
import dev.outwork.engine.bpmn.NodeInfo;
import dev.outwork.engine.bpmn.Outgoing;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.bpmn.SequenceFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultiInstanceTest {
  private static final String TWICE =
      "<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>";

  /** start --> n (three times) --> end */
  @Test
  void a_body_stands_in_the_flow_and_the_activity_inside_it() {
    ProcessModel model =
        read(
            around(
                """
                <userTask id="n" name="Check" camunda:asyncBefore="true" camunda:asyncAfter="true">
                  <extensionElements><camunda:inputOutput><camunda:inputParameter name="x">1</camunda:inputParameter></camunda:inputOutput>
                    <camunda:failedJobRetryTimeCycle>R2/PT1M</camunda:failedJobRetryTimeCycle></extensionElements>
                  <multiInstanceLoopCharacteristics camunda:asyncBefore="true"><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics>
                </userTask>
                <boundaryEvent id="b" attachedToRef="n"><errorEventDefinition/></boundaryEvent>"""));

    assertThat(model.nodes().keySet())
        .containsExactly("start", "n#multiInstanceBody", "n", "b", "end");
    NodeInfo body = model.node("n#multiInstanceBody").info();
    assertThat(body.name()).isEqualTo("Check");
    assertThat(body.activityType()).isEqualTo("multiInstanceBody");
    assertThat(body.scopeId()).isEqualTo("p");
    assertThat(body.incoming()).containsExactly("in");
    assertThat(body.outgoing().flows()).extracting(SequenceFlow::id).containsExactly("out");
    assertThat(body.inputOutput()).isEqualTo(InputOutput.NONE);
    assertThat(body.async().before()).isTrue();
    assertThat(body.async().after()).isTrue();
    assertThat(body.async().retryTimeCycle().text()).isEqualTo("R2/PT1M");
    NodeInfo activity = model.node("n").info();
    assertThat(activity.activityType()).isEqualTo("userTask");
    assertThat(activity.scopeId()).isEqualTo("n#multiInstanceBody");
    assertThat(activity.incoming()).isEmpty();
    assertThat(activity.outgoing()).isEqualTo(Outgoing.NONE);
    assertThat(activity.inputOutput().inputs()).hasSize(1);
    assertThat(activity.async().before()).isTrue();
    assertThat(activity.async().after()).isFalse();
    assertThat(activity.async().retryTimeCycle().text()).isEqualTo("R2/PT1M");
    assertThat(model.node("start").info().outgoing().flows())
        .extracting(SequenceFlow::targetId)
        .containsExactly("n#multiInstanceBody");
    assertThat(((BoundaryEvent) model.node("b")).attachedTo()).isEqualTo("n#multiInstanceBody");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<task id='n'>%s</task>",
        "<manualTask id='n'>%s</manualTask>",
        "<serviceTask id='n' camunda:type='external' camunda:topic='t'>%s</serviceTask>",
        "<sendTask id='n' camunda:type='external' camunda:topic='t'>%s</sendTask>",
        "<businessRuleTask id='n' camunda:type='external' camunda:topic='t'>%s</businessRuleTask>",
        "<receiveTask id='n'>%s</receiveTask>",
        "<userTask id='n'>%s</userTask>",
        "<callActivity id='n' calledElement='c'>%s</callActivity>",
        "<subProcess id='n'>%s<startEvent id='inner'/></subProcess>",
        "<transaction id='n'>%s<startEvent id='inner'/></transaction>",
      })
  void every_activity_can_be_multi_instance(String activity) {
    ProcessModel model = read(around(activity.formatted(TWICE)));

    MultiInstance body = (MultiInstance) model.node("n#multiInstanceBody");
    assertThat(body.innerId()).isEqualTo("n");
    assertThat(body.isSequential()).isFalse();
    assertThat(body.cardinality().text()).isEqualTo("2");
    assertThat(body.collection()).isNull();
    assertThat(body.elementVariable()).isNull();
    assertThat(body.completionCondition()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<multiInstanceLoopCharacteristics isSequential='true' camunda:collection='orders' camunda:elementVariable='order'/> | ${orders}",
        "<multiInstanceLoopCharacteristics isSequential='true' camunda:collection='${all.orders}' camunda:elementVariable='order'/> | ${all.orders}",
        "<multiInstanceLoopCharacteristics isSequential='true'><loopDataInputRef>orders</loopDataInputRef><inputDataItem name='order'/></multiInstanceLoopCharacteristics> | ${orders}",
      })
  void a_multi_instance_activity_is_done_for_each_element(String loop, String collection) {
    MultiInstance body =
        (MultiInstance)
            read(around("<task id=\"n\">" + loop + "</task>")).node("n#multiInstanceBody");

    assertThat(body.isSequential()).isTrue();
    assertThat(body.cardinality()).isNull();
    assertThat(body.collection().text()).isEqualTo(collection);
    assertThat(body.elementVariable()).isEqualTo("order");
  }

  @Test
  void a_condition_may_complete_a_multi_instance_activity() {
    String task =
        """
        <task id="n"><multiInstanceLoopCharacteristics><loopCardinality>${count}</loopCardinality>
          <completionCondition>${enough}</completionCondition></multiInstanceLoopCharacteristics></task>""";

    MultiInstance body = (MultiInstance) read(around(task)).node("n#multiInstanceBody");

    assertThat(body.completionCondition().expression().text()).isEqualTo("${enough}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<multiInstanceLoopCharacteristics/>                                   | is multi-instance without a loopCardinality or a camunda:collection",
        "<multiInstanceLoopCharacteristics camunda:collection='my-list'/>      | has the collection 'my-list', which is not a name that an expression can read",
        "<multiInstanceLoopCharacteristics camunda:collection='${a.b()}'/>     | has a collection that is refused",
        "<multiInstanceLoopCharacteristics camunda:elementVariable='x'><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics> | has the element variable 'x', but no collection",
        "<multiInstanceLoopCharacteristics><loopCardinality>many</loopCardinality></multiInstanceLoopCharacteristics> | has the loopCardinality 'many', which is not an integer",
        "<multiInstanceLoopCharacteristics><loopCardinality>-1</loopCardinality></multiInstanceLoopCharacteristics> | has the loopCardinality '-1', which is not an integer",
        "<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality><completionCondition>enough</completionCondition></multiInstanceLoopCharacteristics> | has a condition that is refused",
        "<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality><loopDataOutputRef>x</loopDataOutputRef></multiInstanceLoopCharacteristics> | contains loopDataOutputRef, which is not supported: let the activity set",
        "<extensionElements><camunda:inputOutput><camunda:outputParameter name='x'>1</camunda:outputParameter></camunda:inputOutput></extensionElements><multiInstanceLoopCharacteristics camunda:collection='a'/> | is multi-instance and has output parameters, which would overwrite each other",
      })
  void a_multi_instance_activity_that_cannot_be_executed_is_named(String loop, String message) {
    assertThat(messages(around("<task id=\"n\">" + loop + "</task>")))
        .singleElement()
        .asString()
        .startsWith("Task 'n' ")
        .contains(message);
  }
}
