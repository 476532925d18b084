package dev.outwork.engine.bpmn.reader;

import static dev.outwork.engine.bpmn.reader.Drawing.around;
import static dev.outwork.engine.bpmn.reader.Drawing.definitions;
import static dev.outwork.engine.bpmn.reader.Drawing.flow;
import static dev.outwork.engine.bpmn.reader.Drawing.process;
import static dev.outwork.engine.bpmn.reader.Drawing.read;
import static dev.outwork.engine.bpmn.reader.Drawing.readAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.engine.bpmn.EndEvent;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.InputOutput;
import dev.outwork.engine.bpmn.NodeInfo;
import dev.outwork.engine.bpmn.Outgoing;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.bpmn.SequenceFlow;
import dev.outwork.engine.bpmn.StartEvent;
import dev.outwork.engine.bpmn.SubProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BpmnReaderTest {
  private static final String EXTERNAL = "camunda:type=\"external\" camunda:topic=\"t\"";

  @Test
  void a_process_has_what_its_element_says() {
    ProcessModel model =
        read(
            definitions(
                """
                <process id="order" name="Order" isExecutable="true" camunda:versionTag="v1"
                    camunda:historyTimeToLive="P30D" camunda:isStartableInTasklist="false">
                  <documentation> What it does. </documentation>
                  <documentation>And why.</documentation>
                  <startEvent id="start"/>
                </process>
                """));

    assertThat(model.key()).isEqualTo("order");
    assertThat(model.info().name()).isEqualTo("Order");
    assertThat(model.info().category()).isEqualTo("http://test");
    assertThat(model.info().description()).isEqualTo("What it does.\n\nAnd why.");
    assertThat(model.info().versionTag()).isEqualTo("v1");
    assertThat(model.info().historyTimeToLive()).isEqualTo(30);
    assertThat(model.info().startableInTasklist()).isFalse();
    assertThat(model.startId()).contains("start");
  }

  @Test
  void a_process_is_itself_the_outermost_node() {
    ProcessModel model = read(process("<startEvent id=\"start\"/>"));

    NodeInfo info = model.process().info();
    assertThat(info.id()).isEqualTo("p");
    assertThat(info.activityType()).isEqualTo("processDefinition");
    assertThat(info.scopeId()).isEqualTo("p");
    assertThat(model.nodes()).doesNotContainKey("p");
  }

  @Test
  void a_process_that_says_nothing_has_defaults() {
    ProcessModel model = read(process("<startEvent id=\"start\"/>"));

    assertThat(model.info().name()).isNull();
    assertThat(model.info().description()).isNull();
    assertThat(model.info().versionTag()).isNull();
    assertThat(model.info().historyTimeToLive()).isNull();
    assertThat(model.info().startableInTasklist()).isTrue();
  }

  /** start --> n --> end */
  @Test
  void nodes_know_their_kind_their_scope_and_their_ways() {
    ProcessModel model = read(around("<task id=\"n\" name=\"Do\"/>"));

    assertThat(model.nodes().keySet()).containsExactly("start", "n", "end");
    assertThat(model.node("start")).isInstanceOf(StartEvent.class);
    assertThat(model.node("end")).isInstanceOf(EndEvent.class);
    NodeInfo task = model.node("n").info();
    assertThat(task.id()).isEqualTo("n");
    assertThat(task.name()).isEqualTo("Do");
    assertThat(task.activityType()).isEqualTo("task");
    assertThat(task.scopeId()).isEqualTo("p");
    assertThat(task.incoming()).containsExactly("in");
    assertThat(task.inputOutput()).isEqualTo(InputOutput.NONE);
    assertThat(task.outgoing().flows()).containsExactly(new SequenceFlow("out", "end", null));
    assertThat(task.outgoing().defaultFlow()).isNull();
    assertThat(model.node("end").info().outgoing()).isEqualTo(Outgoing.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<task id='n'/>                                | PassThroughTask  | task",
        "<manualTask id='n'/>                          | PassThroughTask  | manualTask",
        "<exclusiveGateway id='n'/>                    | ExclusiveGateway | exclusiveGateway",
        "<parallelGateway id='n'/>                     | ParallelGateway  | parallelGateway",
        "<inclusiveGateway id='n'/>                    | InclusiveGateway | inclusiveGateway",
        "<userTask id='n'/>                            | UserTask         | userTask",
        "<receiveTask id='n'/>                         | ReceiveTask      | receiveTask",
        "<callActivity id='n' calledElement='c'/>      | CallActivity     | callActivity",
        "<transaction id='n'><startEvent id='s'/></transaction> | SubProcess | transaction",
        "<subProcess id='n'><startEvent id='s'/></subProcess> | SubProcess | subProcess",
        "<serviceTask id='n' camunda:type='external' camunda:topic='t'/> | ExternalActivity | serviceTask",
        "<sendTask id='n' camunda:type='EXTERNAL' camunda:topic='t'/> | ExternalActivity | sendTask",
        "<businessRuleTask id='n' camunda:type='External' camunda:topic='t'/> | ExternalActivity | businessRuleTask",
        "<intermediateThrowEvent id='n'><messageEventDefinition camunda:type='external' camunda:topic='t'/></intermediateThrowEvent> | ExternalActivity | intermediateMessageThrowEvent",
      })
  void every_kind_of_node_is_read(String xml, String record, String activityType) {
    FlowNode node = read(around(xml)).node("n");

    assertThat(node.getClass().getSimpleName()).isEqualTo(record);
    assertThat(node.info().activityType()).isEqualTo(activityType);
    assertThat(node.info().incoming()).containsExactly("in");
    assertThat(node.info().outgoing().flows()).hasSize(1);
  }

  /** start --> split --[a]--> x, --[b]--> y, --default--> z */
  @Test
  void flows_have_conditions_and_one_of_them_is_the_default() {
    ProcessModel model =
        read(
            process(
                "<startEvent id=\"start\"/><exclusiveGateway id=\"split\" default=\"z\"/>"
                    + "<endEvent id=\"end\"/>"
                    + flow("in", "start", "split")
                    + flow("x", "split", "end", " ${a} ")
                    + flow("z", "split", "end")
                    + flow("y", "split", "end", "#{b}")));

    Outgoing outgoing = model.node("split").info().outgoing();

    assertThat(outgoing.flows()).extracting(SequenceFlow::id).containsExactly("x", "z", "y");
    assertThat(outgoing.defaultFlow()).isSameAs(outgoing.flows().get(1));
    assertThat(outgoing.flows().get(0).condition().expression().text()).isEqualTo("${a}");
    assertThat(outgoing.flows().get(1).condition()).isNull();
    assertThat(model.node("end").info().incoming()).containsExactly("x", "z", "y");
  }

  @Test
  void activities_can_have_a_default_flow_and_conditions_too() {
    ProcessModel model =
        read(
            process(
                "<startEvent id=\"start\"/><task id=\"n\" default=\"d\"/><endEvent id=\"end\"/>"
                    + flow("in", "start", "n")
                    + flow("c", "n", "end", "${a}")
                    + flow("d", "n", "end")));

    assertThat(model.node("n").info().outgoing().defaultFlow().id()).isEqualTo("d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"juel", "JUEL"})
  void the_language_of_a_condition_may_be_named(String language) {
    String drawing =
        process("<startEvent id=\"s\"/><endEvent id=\"e\"/>" + flow("f", "s", "e", "${a}"))
            .replace("<conditionExpression", "<conditionExpression language=\"" + language + "\"");

    assertThat(read(drawing).node("s").info().outgoing().flows().get(0).condition()).isNotNull();
  }

  /** start --> outer( in --> inner( in2 ) ) */
  @Test
  void sub_processes_nest_and_their_nodes_are_in_document_order() {
    ProcessModel model =
        read(
            process(
                """
                <startEvent id="start"/>
                <subProcess id="outer">
                  <startEvent id="in"/>
                  <subProcess id="inner"><startEvent id="in2"/></subProcess>
                  <sequenceFlow id="f2" sourceRef="in" targetRef="inner"/>
                </subProcess>
                <endEvent id="end"/>
                <sequenceFlow id="f1" sourceRef="start" targetRef="outer"/>
                """));

    assertThat(model.nodes().keySet())
        .containsExactly("start", "outer", "in", "inner", "in2", "end");
    assertThat(((SubProcess) model.node("outer")).startId()).isEqualTo("in");
    assertThat(((SubProcess) model.node("inner")).startId()).isEqualTo("in2");
    assertThat(model.node("inner").info().scopeId()).isEqualTo("outer");
    assertThat(model.node("in2").info().scopeId()).isEqualTo("inner");
    assertThat(model.startId()).contains("start");
  }

  @Test
  void descriptive_elements_are_accepted() {
    ProcessModel model =
        read(
            definitions(
                """
                <collaboration id="c"><participant id="lane1" name="Us" processRef="p"/><participant id="them"/>
                  <messageFlow id="mf" sourceRef="n" targetRef="them"/></collaboration>
                <message id="m" name="Mail"/>
                <signal id="unused"/>
                <escalation id="unusedToo"/>
                <itemDefinition id="item"/>
                <dataStore id="store" name="Store"/>
                <category id="cat"><categoryValue id="cv" value="v"/></category>
                <process id="p" isExecutable="true" processType="Private" isClosed="false">
                  <extensionElements>
                    <camunda:properties><camunda:property name="x" value="y"/></camunda:properties>
                    <anything xmlns="urn:foreign" class="ignored"/>
                  </extensionElements>
                  <laneSet id="lanes"><lane id="lane"><flowNodeRef>n</flowNodeRef></lane></laneSet>
                  <startEvent id="start" isInterrupting="true"><outgoing>f</outgoing></startEvent>
                  <serviceTask id="n" camunda:type="external" camunda:topic="t" color:border-color="#123"
                      camunda:asyncBefore="false" camunda:asyncAfter="false" camunda:exclusive="true" camunda:jobPriority="3"
                      camunda:modelerTemplate="x" camunda:modelerTemplateVersion="1" implementation="##WebService"
                      isForCompensation="false" startQuantity="1">
                    <documentation>${not.read()}</documentation>
                    <incoming>f</incoming>
                    <property id="prop" name="__targetRef_placeholder"/>
                    <dataInputAssociation id="dia"><sourceRef>ref</sourceRef><targetRef>prop</targetRef></dataInputAssociation>
                    <dataOutputAssociation id="doa"><targetRef>ref</targetRef></dataOutputAssociation>
                  </serviceTask>
                  <sequenceFlow id="f" sourceRef="start" targetRef="n"/>
                  <dataObject id="data"/>
                  <dataObjectReference id="ref" dataObjectRef="data"/>
                  <dataStoreReference id="sref" dataStoreRef="store"/>
                  <textAnnotation id="note"><text>Note</text></textAnnotation>
                  <association id="assoc" sourceRef="n" targetRef="note"/>
                  <group id="group" categoryValueRef="cv"/>
                </process>
                <bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" id="diagram">
                  <bpmndi:BPMNPlane id="plane" bpmnElement="c">
                    <bpmndi:BPMNShape id="shape" bpmnElement="n">
                      <dc:Bounds xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" x="1" y="1" width="10" height="10"/>
                    </bpmndi:BPMNShape>
                  </bpmndi:BPMNPlane>
                </bpmndi:BPMNDiagram>
                """));

    assertThat(model.nodes().keySet()).containsExactly("start", "n");
  }

  @Test
  void a_process_that_is_not_executable_is_skipped_whatever_is_in_it() {
    String skipped =
        """
        <process id="drawing"><scriptTask id="a"/></process>
        <process id="drawing2" isExecutable="false"><userTask id="b"/></process>
        """;
    String executed =
        "<process id=\"p\" isExecutable=\"true\"><startEvent id=\"s\"/></process>"
            + "<process id=\"q\" isExecutable=\"1\"><startEvent id=\"t\"/></process>";

    assertThat(readAll(definitions(skipped))).isEmpty();
    assertThat(readAll(definitions(skipped + executed)))
        .extracting(ProcessModel::key)
        .containsExactly("p", "q");
  }
}
