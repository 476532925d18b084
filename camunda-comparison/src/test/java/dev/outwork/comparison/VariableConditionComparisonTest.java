package dev.outwork.comparison;

import static dev.outwork.comparison.Comparison.BOTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.instance.ProcessInstanceFilter;
import dev.outwork.api.instance.ProcessInstanceSort;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.api.variable.VariableCondition;
import dev.outwork.api.variable.VariableCondition.Operator;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;

/** Which stored values are equal to what, nulls of each type included. */
class VariableConditionComparisonTest {
  private static final String WAITING =
      """
      <process id="conditions" isExecutable="true">
        <startEvent id="start"/>
        <sequenceFlow id="f1" sourceRef="start" targetRef="conditionsWait"/>
        <userTask id="conditionsWait"/>
      </process>
      """;

  private static final Instant DAY = Instant.parse("2020-01-01T00:00:00Z");

  /** A value for both engines. */
  private record Stored(String name, Object onCamunda, TypedValue onOutwork) {}

  private static final List<Stored> ALL =
      List.of(
          new Stored("null", null, TypedValue.NULL),
          new Stored("no string", Variables.stringValue(null), of(ValueType.STRING, null)),
          new Stored("no boolean", Variables.booleanValue(null), of(ValueType.BOOLEAN, null)),
          new Stored("no short", Variables.shortValue(null), of(ValueType.SHORT, null)),
          new Stored("no integer", Variables.integerValue(null), of(ValueType.INTEGER, null)),
          new Stored("no long", Variables.longValue(null), of(ValueType.LONG, null)),
          new Stored("no double", Variables.doubleValue(null), of(ValueType.DOUBLE, null)),
          new Stored("no date", Variables.dateValue(null), of(ValueType.DATE, null)),
          new Stored("no bytes", Variables.byteArrayValue(null), of(ValueType.BYTES, null)),
          new Stored("abc", "abc", TypedValue.string("abc")),
          new Stored("xyz", "xyz", TypedValue.string("xyz")),
          new Stored("true", true, TypedValue.bool(true)),
          new Stored("false", false, TypedValue.bool(false)),
          new Stored("integer 5", 5, TypedValue.integer(5)),
          new Stored("integer 7", 7, TypedValue.integer(7)),
          new Stored("long 5", 5L, of(ValueType.LONG, 5L)),
          new Stored("double 5", 5.0, of(ValueType.DOUBLE, 5.0)),
          new Stored("date", Date.from(DAY), of(ValueType.DATE, DAY)),
          new Stored("bytes", new byte[] {1}, of(ValueType.BYTES, new byte[] {1})));

  private static TypedValue of(ValueType type, Object value) {
    return TypedValue.of(type, value);
  }

  @Test
  void the_same_instances_are_found() {
    BOTH.camunda().deploy(Comparison.document(WAITING));
    BOTH.outwork().deploy(Comparison.document(WAITING));
    Map<String, String> onCamunda = new LinkedHashMap<>();
    Map<String, String> onOutwork = new LinkedHashMap<>();
    for (Stored stored : ALL) {
      onCamunda.put(startOnCamunda(stored), stored.name());
      onOutwork.put(
          BOTH.outwork().start("conditions", Map.of("x", stored.onOutwork())), stored.name());
    }

    for (Object value : Arrays.asList(null, "abc", true, Variables.numberValue(5), DAY)) {
      assertThat(namesOf(onOutwork, outwork(Operator.EQUALS, value)))
          .as("equal to %s", value)
          .isEqualTo(namesOf(onCamunda, camunda(Operator.EQUALS, value)));
      assertThat(namesOf(onOutwork, outwork(Operator.NOT_EQUALS, value)))
          .as("not equal to %s", value)
          .isEqualTo(namesOf(onCamunda, camunda(Operator.NOT_EQUALS, value)));
    }
  }

  private static String startOnCamunda(Stored stored) {
    return BOTH.camunda()
        .engine()
        .getRuntimeService()
        .startProcessInstanceByKey(
            "conditions", Variables.createVariables().putValue("x", stored.onCamunda()))
        .getId();
  }

  private static Stream<String> camunda(Operator operator, Object value) {
    var query = BOTH.camunda().engine().getRuntimeService().createProcessInstanceQuery();
    Object sent = value instanceof Instant instant ? Date.from(instant) : value;
    return (operator == Operator.EQUALS
            ? query.variableValueEquals("x", sent)
            : query.variableValueNotEquals("x", sent))
        .list().stream().map(instance -> instance.getId());
  }

  private static Stream<String> outwork(Operator operator, Object value) {
    Object sent =
        value instanceof org.camunda.bpm.engine.variable.value.NumberValue number
            ? number.getValue()
            : value;
    return BOTH
        .outwork()
        .engine()
        .runtime()
        .processInstances(
            ListQuery.<ProcessInstanceFilter, ProcessInstanceSort>all()
                .with(
                    ProcessInstanceFilter.VARIABLES,
                    List.of(new VariableCondition("x", operator, sent, false, false))))
        .stream()
        .map(instance -> instance.id());
  }

  private static List<String> namesOf(Map<String, String> names, Stream<String> ids) {
    List<String> found = ids.filter(names::containsKey).map(names::get).toList();
    return names.values().stream().filter(found::contains).toList();
  }
}
