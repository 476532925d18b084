package dev.outwork.engine.bpmn.reader;

import static dev.outwork.engine.bpmn.reader.Drawing.flow;
import static dev.outwork.engine.bpmn.reader.Drawing.messages;
import static dev.outwork.engine.bpmn.reader.Drawing.problems;
import static dev.outwork.engine.bpmn.reader.Drawing.process;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.outwork.api.deployment.ParseException.Problem;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.bpmn.SequenceFlow;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StructureTest {
  private static final String START = "<startEvent id=\"start\"/>";
  private static final String END = "<endEvent id=\"end\"/>";
  private static final String WORK =
      "<serviceTask id=\"work\" camunda:type=\"external\" camunda:topic=\"t\"/>";

  private static void assertOnlyProblem(String content, String message, String... ids) {
    assertThat(problems(process(content)))
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).isEqualTo(message))
        .satisfies(problem -> assertThat(problem.elementIds()).containsExactly(ids));
  }

  @Test
  void a_process_and_a_sub_process_have_one_start_event() {
    assertOnlyProblem(END, "Process 'p' has no start event", "p");
    assertOnlyProblem(
        START + "<subProcess id=\"sub\"/>", "Sub process 'sub' has no start event", "sub");
    assertOnlyProblem(
        START + "<startEvent id=\"second\"/>",
        "Start event 'second' is redundant: process 'p' can have only one start event without an event definition",
        "second",
        "p");
  }

  @Test
  void a_flow_joins_two_nodes_of_its_scope() {
    assertOnlyProblem(
        START + flow("f", "start", "nowhere"),
        "Sequence flow 'f' leads to 'nowhere', which is not a node of process 'p'",
        "f");
    assertOnlyProblem(
        START + END + flow("f", "nowhere", "end"),
        "Sequence flow 'f' comes from 'nowhere', which is not a node of process 'p'",
        "f");
    assertOnlyProblem(
        START
            + "<subProcess id=\"sub\"><startEvent id=\"in\"/></subProcess>"
            + "<task id=\"out\"/>"
            + flow("f", "in", "out"),
        "Sequence flow 'f' comes from 'in', which is not a node of process 'p'",
        "f");
    assertOnlyProblem(
        START + "<dataObject id=\"data\"/>" + flow("f", "start", "data"),
        "Sequence flow 'f' leads to 'data', which is not a node of process 'p'",
        "f");
  }

  @Test
  void a_flow_cannot_enter_a_start_or_boundary_event_or_leave_an_end_event() {
    assertOnlyProblem(
        START + WORK + flow("f", "work", "start"),
        "Start event 'start' cannot have an incoming flow, but has sequence flow 'f'",
        "start",
        "f");
    assertOnlyProblem(
        START + WORK + END + flow("f", "end", "work"),
        "End event 'end' cannot have an outgoing flow, but has sequence flow 'f'",
        "end",
        "f");
    assertOnlyProblem(
        START
            + WORK
            + "<boundaryEvent id=\"error\" attachedToRef=\"work\"><errorEventDefinition/></boundaryEvent>"
            + flow("f", "work", "error"),
        "Boundary event 'error' cannot have an incoming flow, but has sequence flow 'f'",
        "error",
        "f");
  }

  @Test
  void a_parallel_gateway_ignores_conditions() {
    String document =
        process(
            START
                + "<parallelGateway id=\"fork\"/>"
                + END
                + flow("in", "start", "fork")
                + flow("f", "fork", "end", "${bean.decides()}"));

    assertThat(Drawing.warnings(document))
        .extracting(Problem::message)
        .containsExactly(
            "Sequence flow 'f' has a condition, which is ignored: parallel gateway 'fork' takes all its outgoing flows");
    assertThat(Drawing.read(document).node("fork").info().outgoing().flows())
        .allSatisfy(flow -> assertThat(flow.condition()).isNull());
  }

  @Test
  void a_flow_without_condition_of_an_exclusive_gateway_is_a_warning() {
    String gateway =
        START + "<exclusiveGateway id=\"split\"/>" + END + flow("in", "start", "split");

    assertThat(
            Drawing.warnings(
                process(gateway + flow("a", "split", "end", "${a}") + flow("b", "split", "end"))))
        .extracting(Problem::message)
        .containsExactly(
            "Sequence flow 'b' has no condition and is not the default flow of exclusive gateway 'split':"
                + " it is taken when it is reached in document order");
    assertThat(
            Drawing.warnings(
                process(gateway + flow("b", "split", "end") + flow("a", "split", "end", "${a}"))))
        .extracting(Problem::message)
        .containsExactly(
            "Sequence flow 'b' has no condition and is not the default flow of exclusive gateway 'split':"
                + " it is taken when it is reached in document order, and those after it never are");
    assertThat(messages(process(gateway + flow("a", "split", "end") + flow("b", "split", "end"))))
        .containsExactly(
            "Sequence flow 'a' has no condition and is not the default flow of exclusive gateway 'split': give it a condition or make it the default",
            "Sequence flow 'b' has no condition and is not the default flow of exclusive gateway 'split': give it a condition or make it the default");
    assertOnlyProblem(
        gateway.replace("Gateway id", "Gateway default=\"d\" id")
            + flow("b", "split", "end")
            + flow("d", "split", "end"),
        "Sequence flow 'b' has no condition and is not the default flow of exclusive gateway 'split':"
            + " give it a condition or make it the default",
        "b",
        "split");
    assertThatCode(() -> Drawing.read(process(gateway + flow("only", "split", "end"))))
        .doesNotThrowAnyException();
  }

  @Test
  void a_default_flow_leaves_its_node_and_has_no_condition() {
    String gateway = START + "<exclusiveGateway id=\"split\" default=\"d\"/>" + END;

    assertOnlyProblem(
        gateway + flow("a", "split", "end", "${a}") + flow("d", "split", "end", "${b}"),
        "Sequence flow 'd' has a condition, but is the default flow of exclusive gateway 'split'",
        "d",
        "split");
    assertThat(
            Drawing.warnings(
                process(
                    gateway.replace("exclusive", "inclusive")
                        + flow("in", "start", "split")
                        + flow("d", "split", "end", "${b}"))))
        .extracting(Problem::message)
        .containsExactly(
            "Sequence flow 'd' has a condition, which is ignored: it is the default flow of inclusive gateway 'split'");
    assertOnlyProblem(
        gateway + flow("a", "split", "end") + flow("d", "start", "end"),
        "Exclusive gateway 'split' has the default flow 'd', which is none of its outgoing flows",
        "split");
    assertOnlyProblem(
        gateway + flow("a", "split", "end"),
        "Exclusive gateway 'split' has the default flow 'd', which is none of its outgoing flows",
        "split");
  }

  @Test
  void an_id_is_used_once() {
    assertThat(problems(process(START + "\n<task id=\"start\"/>")))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message())
                    .isEqualTo("Task 'start' has the id of the start event at line 3"))
        .satisfies(problem -> assertThat(problem.line()).isEqualTo(4));
  }

  @Test
  void nodes_have_ids_of_a_bounded_length() {
    String longId = "x".repeat(256);

    assertThat(messages(process("<startEvent/>"))).containsExactly("Start event has no id");
    assertThat(messages(process("<startEvent id=\"" + longId + "\"/>")))
        .singleElement()
        .asString()
        .contains("has the id 'xxx")
        .endsWith("of 256 characters; at most 255 are allowed");
    assertThat(messages(process("<startEvent id=\"start\" name=\"" + longId + "\"/>")))
        .singleElement()
        .asString()
        .contains("has the name 'xxx");
  }

  @Test
  void a_flow_needs_no_id() {
    String flow = "<sequenceFlow sourceRef=\"start\" targetRef=\"end\"/>";

    ProcessModel model = Drawing.read(process(START + END + flow + "\n" + flow));

    assertThat(model.node("start").info().outgoing().flows())
        .extracting(SequenceFlow::id)
        .doesNotHaveDuplicates()
        .isEqualTo(model.node("end").info().incoming());
  }

  @Test
  void a_process_has_a_bounded_number_of_nodes_and_of_nested_sub_processes() {
    String tasks =
        IntStream.range(0, 10_000)
            .mapToObj("<task id=\"t%d\"/>"::formatted)
            .collect(Collectors.joining());
    String nested =
        IntStream.range(0, 31)
                .mapToObj(i -> "<subProcess id=\"s%d\"><startEvent id=\"e%d\"/>".formatted(i, i))
                .collect(Collectors.joining())
            + "</subProcess>".repeat(31);

    assertThat(messages(process(START + tasks)))
        .containsExactly("Process 'p' has 10001 nodes; at most 10000 are allowed");
    assertThat(messages(process(START + nested)))
        .containsExactly("Sub process 's30' is nested in more than 30 sub-processes");
  }
}
