package dev.outwork.comparison;

import static dev.outwork.comparison.Comparison.BOTH;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Maps, lists and typed nulls in models. */
class StructuresComparisonTest {
  /**
   * start --> work (external, with an output parameter r0, r1, ... for each expression) --> end.
   */
  private static String reading(String key, String... expressions) {
    String outputs =
        IntStream.range(0, expressions.length)
            .mapToObj(
                i ->
                    "<camunda:outputParameter name=\"r%d\">%s</camunda:outputParameter>"
                        .formatted(i, expressions[i]))
            .collect(Collectors.joining());
    return """
        <process id="%1$s" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="f1" sourceRef="start" targetRef="work"/>
          <serviceTask id="work" camunda:type="external" camunda:topic="%1$s">
            <extensionElements>
              <camunda:inputOutput>
                %2$s
              </camunda:inputOutput>
            </extensionElements>
          </serviceTask>
          <sequenceFlow id="f2" sourceRef="work" targetRef="end"/>
          <endEvent id="end"/>
        </process>
        """
        .formatted(key, outputs);
  }

  private static Map<String, String> same(String key, Map<String, Typed> locals, String... read) {
    return BOTH.sameCourse(
            reading(key, read),
            locals.keySet(),
            engine -> {
              String id = engine.start(key);
              engine.complete(key, Map.of(), locals);
              return id;
            })
        .variables();
  }

  @Test
  void parts_of_maps_and_lists() {
    Map<String, String> read =
        same(
            "parts",
            Map.of(
                "order",
                Typed.object(
                    LinkedHashMap.class,
                    "{\"amount\": 20, \"by\": {\"name\": \"Ann\"}, \"note\": null, \"lines\": [{\"no\": 7}], \"on\": true}"),
                "lines",
                Typed.object(ArrayList.class, "[{\"no\": 1}, \"x\", null]")),
            "${order.amount}",
            "${order.amount &gt; 10}",
            "${order.by.name}",
            "for ${order['by'].name} of ${order.lines}",
            "${order.lines[0].no + 1}",
            "${empty order.note}",
            "${order.missing == null}",
            "${empty order}",
            "${lines[0].no}",
            "${lines[1]}",
            "${empty lines[2]}",
            "all: ${lines}",
            "${order.on ? 'yes' : 'no'}",
            "${lines[5] == null}");

    assertThat(read).containsEntry("r3", "for Ann of [{no=7}]");
  }

  @Test
  void numbers_of_json() {
    Map<String, String> read =
        same(
            "numbers",
            Map.of(
                "n",
                Typed.object(
                    ArrayList.class, "[12345678901234567890, 5.0, 2.50, 0.1, 1E+2, 3000000000]"),
                "price",
                Typed.object(BigDecimal.class, "9.5")),
            "${n[0]}",
            "${n[1]}",
            "${n[2]}",
            "${n[3]}",
            "${n[4]}",
            "${n[5]}",
            "n-${n[0]}-${n[1]}",
            "${n[0] + 1}",
            "${n[1] == 5}",
            "${n[1] + n[3]}",
            "${n[0] &gt; 5}",
            "${price &gt; 9}",
            "${price}");

    assertThat(read)
        .containsEntry("r0", "12345678901234567890")
        .containsEntry("r1", "5.0")
        .containsEntry("r6", "n-12345678901234567890-5.0");
  }

  @Test
  void typed_nulls() {
    Map<String, Typed> nulls =
        Map.of(
            "object", Typed.object(LinkedHashMap.class, null),
            "bytes", Typed.nullBytes(),
            "string", Typed.nullString(),
            "json", Typed.nullJson());
    for (String name : nulls.keySet()) {
      Map<String, String> read =
          same(
              "null-" + name,
              nulls,
              "${%s == null}".formatted(name),
              "${empty %s}".formatted(name),
              "${%s}".formatted(name),
              "it is ${%s}".formatted(name));

      assertThat(read).containsEntry("r0", "true").containsEntry("r1", "true");
    }
  }

  /**
   * start --> all [ begin --> make (external) --> each (external, for each line, one after the
   * other) --> gate --[order.large]--> large, else --> small ] --> end. What is made stays in all.
   */
  private static String looping(String collection) {
    return """
        <process id="looping" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="f1" sourceRef="start" targetRef="all"/>
          <subProcess id="all">
            <extensionElements>
              <camunda:inputOutput>
                <camunda:inputParameter name="order">${null}</camunda:inputParameter>
                <camunda:inputParameter name="lines">${null}</camunda:inputParameter>
              </camunda:inputOutput>
            </extensionElements>
            <startEvent id="begin"/>
            <sequenceFlow id="g1" sourceRef="begin" targetRef="make"/>
            <serviceTask id="make" camunda:type="external" camunda:topic="make"/>
            <sequenceFlow id="g2" sourceRef="make" targetRef="each"/>
            <serviceTask id="each" camunda:type="external" camunda:topic="each-${line.no}">
              <multiInstanceLoopCharacteristics isSequential="true"
                  camunda:collection="%s" camunda:elementVariable="line"/>
            </serviceTask>
            <sequenceFlow id="g3" sourceRef="each" targetRef="gate"/>
            <exclusiveGateway id="gate" default="g5"/>
            <sequenceFlow id="g4" sourceRef="gate" targetRef="large">
              <conditionExpression xsi:type="tFormalExpression">${order.large}</conditionExpression>
            </sequenceFlow>
            <endEvent id="large"/>
            <sequenceFlow id="g5" sourceRef="gate" targetRef="small"/>
            <endEvent id="small"/>
          </subProcess>
          <sequenceFlow id="f2" sourceRef="all" targetRef="end"/>
          <endEvent id="end"/>
        </process>
        """
        .formatted(collection);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lines", "${lines}", "${order.lines}"})
  void loops_and_gateways(String collection) {
    Course course =
        BOTH.sameCourse(
            looping(collection),
            Set.of("order", "lines"),
            engine -> {
              String id = engine.start("looping");
              String lines = "[{\"no\": 1}, {\"no\": 2}]";
              engine.complete(
                  "make",
                  Map.of(
                      "order",
                      Typed.object(
                          LinkedHashMap.class, "{\"large\": true, \"lines\": %s}".formatted(lines)),
                      "lines",
                      Typed.object(ArrayList.class, lines)));
              engine.complete("each-1");
              engine.complete("each-2");
              return id;
            });

    assertThat(course.activities()).contains("large", "each").doesNotContain("small");
  }

  private static final String CALLING =
      """
      <process id="calling" isExecutable="true">
        <startEvent id="start"/>
        <sequenceFlow id="f1" sourceRef="start" targetRef="call"/>
        <callActivity id="call" calledElement="called-by-calling">
          <extensionElements>
            <camunda:in businessKey="#{execution.processBusinessKey}"/>
            <camunda:out sourceExpression="${result.lines[0].no}" target="first"/>
            <camunda:out sourceExpression="${result.by}" target="by"/>
          </extensionElements>
        </callActivity>
        <sequenceFlow id="f2" sourceRef="call" targetRef="end"/>
        <endEvent id="end"/>
      </process>
      <process id="called-by-calling" isExecutable="true">
        <startEvent id="begin"/>
        <sequenceFlow id="g1" sourceRef="begin" targetRef="job"/>
        <serviceTask id="job" camunda:type="external" camunda:topic="calling-job"/>
        <sequenceFlow id="g2" sourceRef="job" targetRef="done"/>
        <endEvent id="done"/>
      </process>
      """;

  @Test
  void a_call_activity_maps_output_variables() {
    Course course =
        BOTH.sameCourse(
            CALLING,
            Set.of("result"),
            engine -> {
              String id = engine.start("calling");
              engine.complete(
                  "calling-job",
                  Map.of(
                      "result",
                      Typed.object(
                          LinkedHashMap.class, "{\"lines\": [{\"no\": 3}], \"by\": \"Ann\"}")));
              return id;
            });

    assertThat(course.variables()).isEqualTo(Map.of("first", "3", "by", "Ann"));
  }
}
