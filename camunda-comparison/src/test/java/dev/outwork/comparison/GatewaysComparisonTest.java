package dev.outwork.comparison;

import static dev.outwork.comparison.Comparison.BOTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.deployment.ParseException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Flows with and without conditions. */
class GatewaysComparisonTest {
  private static final String OPEN =
      "<sequenceFlow id=\"%s\" sourceRef=\"split\" targetRef=\"%s\"/>";
  private static final String IF_X =
      """
      <sequenceFlow id="%s" sourceRef="split" targetRef="%s">
        <conditionExpression xsi:type="tFormalExpression">${x}</conditionExpression>
      </sequenceFlow>""";

  /** start --> split --> a | b, each a task. */
  private static String split(String key, String node, String flows) {
    return """
        <process id="%s" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="in" sourceRef="start" targetRef="split"/>
          %s
          %s
          <task id="a"/>
          <task id="b"/>
        </process>
        """
        .formatted(key, node, flows);
  }

  private static String flows(String toA, String toB) {
    return flow(toA, "fa", "a") + flow(toB, "fb", "b");
  }

  private static String flow(String kind, String id, String target) {
    return (kind.equals("open") ? OPEN : IF_X).formatted(id, target);
  }

  @ParameterizedTest
  @CsvSource({
    "exclusiveGateway, if, open, true, a",
    "exclusiveGateway, if, open, false, b",
    "exclusiveGateway, open, if, true, a",
    "exclusiveGateway, open, if, false, a",
    "inclusiveGateway, if, open, true, a b",
    "inclusiveGateway, if, open, false, b",
    "inclusiveGateway, open, open, false, a b",
    "parallelGateway, if, if, false, a b",
  })
  void a_flow_without_a_condition_is_open(
      String gateway, String toA, String toB, boolean x, String reached) {
    String key = "open-%s-%s-%s-%s".formatted(gateway, toA, toB, x);

    Course course =
        BOTH.sameCourse(
            split(key, "<%s id=\"split\"/>".formatted(gateway), flows(toA, toB)),
            engine -> engine.start(key, Map.of("x", x)));

    assertThat(course.activities())
        .filteredOn(id -> id.length() == 1)
        .isEqualTo(List.of(reached.split(" ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"inclusiveGateway", "task", "userTask"})
  void the_condition_of_a_default_flow_is_ignored(String kind) {
    String key = "default-with-condition-" + kind;

    BOTH.sameCourse(
        split(key, "<%s id=\"split\" default=\"fb\"/>".formatted(kind), flows("if", "if")),
        engine -> {
          String id = engine.start(key, Map.of("x", false));
          if (kind.equals("userTask")) {
            engine.completeTask("split", Map.of());
          }
          return id;
        });
  }

  @ParameterizedTest
  @CsvSource({"'', open, open", "default='fa', open, open", "default='fa', if, if"})
  void both_refuse_an_exclusive_gateway_without_a_true_condition(
      String attribute, String toA, String toB) {
    String document =
        Comparison.document(
            split(
                "undecided",
                "<exclusiveGateway id=\"split\" %s/>".formatted(attribute),
                flows(toA, toB)));

    assertThatThrownBy(() -> BOTH.camunda().deploy(document))
        .isInstanceOf(ProcessEngineException.class);
    assertThatThrownBy(() -> BOTH.outwork().deploy(document)).isInstanceOf(ParseException.class);
  }
}
