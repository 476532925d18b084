package dev.outwork.engine.variable;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.event.MessageCorrelation;
import dev.outwork.api.event.MessageCorrelation.Receivers;
import dev.outwork.api.event.MessageMatch;
import dev.outwork.api.event.MismatchingMessageCorrelationException;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.ExternalTaskFilter;
import dev.outwork.api.externaltask.ExternalTaskSort;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.history.HistoricProcessInstance;
import dev.outwork.api.history.HistoricProcessInstanceFilter;
import dev.outwork.api.history.HistoricProcessInstanceSort;
import dev.outwork.api.instance.Execution;
import dev.outwork.api.instance.ExecutionFilter;
import dev.outwork.api.instance.ExecutionSort;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.instance.ProcessInstanceFilter;
import dev.outwork.api.instance.ProcessInstanceSort;
import dev.outwork.api.task.Task;
import dev.outwork.api.task.TaskFilter;
import dev.outwork.api.task.TaskSort;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.api.variable.VariableCondition;
import dev.outwork.api.variable.VariableCondition.Operator;
import dev.outwork.api.variable.VariableInstance;
import dev.outwork.api.variable.VariableInstanceFilter;
import dev.outwork.api.variable.VariableInstanceSort;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/**
 * Every kind of stored value in every list and with every operator, as Camunda 7.24.0 answers it
 * (docs/rest-api.md, "Lists").
 */
class VariableComparisonTest extends SharedEngineTest {
  private static final Instant DAY = Instant.parse("2020-01-01T00:00:00Z");
  private static final Map<String, Object> JAVA_MAP =
      Map.of(
          TypedValue.OBJECT_TYPE_NAME,
          "java.util.HashMap",
          TypedValue.SERIALIZATION_DATA_FORMAT,
          "application/json");

  /** start --> fork --> sign (user), work (external), paid (message). */
  private static final BpmnModelInstance FORK =
      Bpmn.createExecutableProcess("forking")
          .startEvent()
          .parallelGateway("fork")
          .userTask("sign")
          .endEvent()
          .moveToNode("fork")
          .serviceTask("work")
          .operatonExternalTask("work")
          .endEvent()
          .moveToNode("fork")
          .receiveTask("paid")
          .message("paid")
          .endEvent()
          .done();

  private static final Map<String, TypedValue> STORED = stored();

  private static final String NOTHING =
      "Null String:null Boolean:null Short:null Integer:null Long:null Double:null Date:null"
          + " Bytes:null Json:null Xml:null Object:null";

  private static final String EVERYTHING = String.join(" ", STORED.keySet());

  /**
   * @param holds the stored values for which it is true
   */
  private record Row(Operator operator, Object value, String holds) {
    VariableCondition condition() {
      return new VariableCondition("x", operator, value, false, false);
    }
  }

  private static final List<Row> TABLE =
      List.of(
          new Row(Operator.EQUALS, null, NOTHING),
          new Row(Operator.NOT_EQUALS, null, without(NOTHING)),
          new Row(Operator.LIKE, null, ""),
          new Row(Operator.NOT_LIKE, null, EVERYTHING),
          new Row(Operator.EQUALS, "abc", "String:abc"),
          new Row(Operator.NOT_EQUALS, "abc", without("String:abc")),
          new Row(Operator.EQUALS, "", "String:"),
          new Row(Operator.NOT_EQUALS, "", without("String:")),
          new Row(Operator.EQUALS, "5", "String:5"),
          new Row(Operator.NOT_EQUALS, "5", without("String:5")),
          new Row(Operator.GREATER, "abc", "String:true"),
          new Row(Operator.GREATER_OR_EQUALS, "abc", "String:abc String:true"),
          new Row(Operator.LESS, "abc", "String: String:5"),
          new Row(Operator.LESS_OR_EQUALS, "abc", "String: String:5 String:abc"),
          new Row(Operator.LIKE, "a%", "String:abc"),
          new Row(Operator.NOT_LIKE, "a%", without("String:abc")),
          new Row(Operator.EQUALS, 5, "Short:5 Integer:5 Long:5 Double:5"),
          new Row(Operator.NOT_EQUALS, 5, without("Short:5 Integer:5 Long:5 Double:5")),
          new Row(Operator.EQUALS, 5.0, "Short:5 Integer:5 Long:5 Double:5"),
          new Row(Operator.NOT_EQUALS, 5.0, without("Short:5 Integer:5 Long:5 Double:5")),
          new Row(Operator.GREATER, 5, "Integer:7 Double:7.5"),
          new Row(Operator.GREATER_OR_EQUALS, 7, "Integer:7 Double:7.5"),
          new Row(Operator.LESS, 7, "Short:5 Integer:5 Long:5 Double:5"),
          new Row(Operator.LESS_OR_EQUALS, 5, "Short:5 Integer:5 Long:5 Double:5"),
          new Row(Operator.EQUALS, 7.5, "Double:7.5"),
          new Row(Operator.NOT_EQUALS, 7.5, without("Double:7.5")),
          new Row(Operator.NOT_EQUALS, 5_000_000_000L, EVERYTHING),
          new Row(Operator.EQUALS, true, "Boolean:true"),
          new Row(Operator.NOT_EQUALS, true, without("Boolean:true")),
          new Row(Operator.LIKE, true, "String:true"),
          new Row(Operator.NOT_LIKE, true, without("String:true")),
          new Row(Operator.EQUALS, DAY, "Date:2020"),
          new Row(Operator.NOT_EQUALS, DAY, without("Date:2020")),
          new Row(Operator.GREATER, DAY, "Date:2021"),
          new Row(Operator.LESS_OR_EQUALS, DAY, "Date:2020"));

  private final Map<String, String> valueOfInstance = new LinkedHashMap<>();

  /** An instance for each kind of value, on the instance, the user task and the external one. */
  @BeforeEach
  void store() {
    String definitionId = engine.deploy(FORK).id();
    STORED.forEach(
        (name, value) ->
            valueOfInstance.put(
                engine.runtime().startProcessInstance(definitionId, null, Map.of("x", value)).id(),
                name));
    for (Task task : engine.tasks().tasks(ListQuery.all())) {
      engine.tasks().changeVariablesLocal(task.id(), of(task.processInstanceId()), List.of());
    }
    for (ExternalTask task : engine.externalTasks().externalTasks(ListQuery.all())) {
      engine
          .runtime()
          .changeVariablesLocal(task.executionId(), of(task.processInstanceId()), List.of());
    }
    // Without a variable of that name no condition holds.
    engine.runtime().startProcessInstance(definitionId, null, Map.of("other", TypedValue.NULL));
  }

  private Map<String, TypedValue> of(String instanceId) {
    return Map.of("x", STORED.get(valueOfInstance.get(instanceId)));
  }

  @Test
  void process_instances() {
    ListQuery<ProcessInstanceFilter, ProcessInstanceSort> all = ListQuery.all();
    assertTable(
        condition ->
            engine
                .runtime()
                .processInstances(all.with(ProcessInstanceFilter.VARIABLES, List.of(condition)))
                .stream()
                .map(ProcessInstance::id));
  }

  @Test
  void historic_process_instances() {
    ListQuery<HistoricProcessInstanceFilter, HistoricProcessInstanceSort> all = ListQuery.all();
    assertTable(
        condition ->
            engine
                .history()
                .processInstances(
                    all.with(HistoricProcessInstanceFilter.VARIABLES, List.of(condition))
                        .with(HistoricProcessInstanceFilter.UNFINISHED, true))
                .stream()
                .map(HistoricProcessInstance::id));
  }

  @Test
  void tasks() {
    ListQuery<TaskFilter, TaskSort> all = ListQuery.all();
    for (TaskFilter filter : List.of(TaskFilter.PROCESS_VARIABLES, TaskFilter.TASK_VARIABLES)) {
      assertTable(
          condition ->
              engine.tasks().tasks(all.with(filter, List.of(condition))).stream()
                  .map(Task::processInstanceId));
    }
  }

  @Test
  void external_tasks() {
    ListQuery<ExternalTaskFilter, ExternalTaskSort> all = ListQuery.all();
    assertTable(
        condition ->
            engine
                .externalTasks()
                .externalTasks(all.with(ExternalTaskFilter.PROCESS_VARIABLES, List.of(condition)))
                .stream()
                .map(ExternalTask::processInstanceId));
  }

  @Test
  void executions() {
    ListQuery<ExecutionFilter, ExecutionSort> all = ListQuery.all();
    for (ExecutionFilter filter :
        List.of(ExecutionFilter.VARIABLES, ExecutionFilter.PROCESS_VARIABLES)) {
      assertTable(
          condition ->
              engine
                  .runtime()
                  .executions(
                      all.with(filter, List.of(condition))
                          .with(ExecutionFilter.ACTIVITY_ID, "work"))
                  .stream()
                  .map(Execution::processInstanceId));
    }
  }

  @Test
  void variables() {
    ListQuery<VariableInstanceFilter, VariableInstanceSort> all = ListQuery.all();
    assertTable(
        condition ->
            engine
                .runtime()
                .variableInstances(
                    all.with(VariableInstanceFilter.VARIABLE_VALUES, List.of(condition)))
                .stream()
                .map(VariableInstance::processInstanceId)
                .distinct());
  }

  @Test
  void case_does_not_change_what_is_unlike() {
    ListQuery<ProcessInstanceFilter, ProcessInstanceSort> all = ListQuery.all();
    VariableCondition unlike = new VariableCondition("X", Operator.NOT_EQUALS, "ABC", true, true);

    Stream<String> found =
        engine
            .runtime()
            .processInstances(all.with(ProcessInstanceFilter.VARIABLES, List.of(unlike)))
            .stream()
            .map(ProcessInstance::id);

    assertThat(names(found)).isEqualTo(without("String:abc"));
  }

  @Test
  void topics_of_a_fetch() {
    for (Row row : TABLE) {
      if (row.operator() == Operator.EQUALS) {
        assertThat(fetched(TypedValue.untyped(row.value()))).as("%s", row).isEqualTo(row.holds());
      }
    }
    assertThat(fetched(TypedValue.string(null))).isEqualTo(NOTHING);
  }

  private String fetched(TypedValue value) {
    Topic topic =
        Topic.builder("work", Duration.ofMinutes(1))
            .variables(List.of())
            .processVariables(Map.of("x", value))
            .build();
    List<LockedExternalTask> tasks =
        engine
            .externalTasks()
            .fetchAndLock(new FetchAndLock("alice", 100, false, null, List.of(topic)));
    tasks.forEach(task -> engine.externalTasks().unlock(task.task().id()));
    return names(tasks.stream().map(task -> task.task().processInstanceId()));
  }

  @Test
  void correlation_keys() {
    MessageCorrelation nothing = paid(TypedValue.NULL);

    assertThatThrownBy(() -> engine.events().correlate(nothing))
        .isInstanceOf(MismatchingMessageCorrelationException.class);
    assertThat(told(nothing.to(Receivers.ALL))).isEqualTo(NOTHING);
    assertThat(told(paid(TypedValue.integer(5)).to(Receivers.ALL)))
        .isEqualTo("Short:5 Integer:5 Long:5 Double:5");
    assertThat(told(paid(TypedValue.string("abc")))).isEqualTo("String:abc");
  }

  @Test
  void a_typed_null_as_a_correlation_key_is_null() {
    for (ValueType type : List.of(ValueType.STRING, ValueType.DATE, ValueType.BYTES)) {
      assertThatThrownBy(() -> engine.events().correlate(paid(TypedValue.of(type, null))))
          .isInstanceOf(MismatchingMessageCorrelationException.class);
    }
    assertThat(told(paid(TypedValue.integer(null)).to(Receivers.ALL))).isEqualTo(NOTHING);
  }

  @Test
  void booleans_and_nothing_have_no_order() {
    ListQuery<ProcessInstanceFilter, ProcessInstanceSort> all = ListQuery.all();
    VariableCondition above = new Row(Operator.GREATER_OR_EQUALS, true, "").condition();

    assertThatThrownBy(
            () ->
                engine
                    .runtime()
                    .processInstances(all.with(ProcessInstanceFilter.VARIABLES, List.of(above))))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining(
            "Booleans and null cannot be used in 'greater than or equal' condition");
  }

  private static MessageCorrelation paid(TypedValue key) {
    return MessageCorrelation.of("paid").where(MessageMatch.keys(Map.of("x", key)));
  }

  private String told(MessageCorrelation message) {
    return names(
        engine.events().correlate(message).stream()
            .map(result -> result.execution().processInstanceId()));
  }

  private void assertTable(Function<VariableCondition, Stream<String>> list) {
    for (Row row : TABLE) {
      assertThat(names(list.apply(row.condition()))).as("%s", row).isEqualTo(row.holds());
    }
  }

  /** The names of these instances, in the order of the list above. */
  private String names(Stream<String> instanceIds) {
    List<String> found = instanceIds.map(valueOfInstance::get).toList();
    assertThat(found).doesNotHaveDuplicates();
    return STORED.keySet().stream().filter(found::contains).collect(joining(" "));
  }

  private static String without(String names) {
    List<String> left = List.of(names.split(" "));
    return STORED.keySet().stream().filter(name -> !left.contains(name)).collect(joining(" "));
  }

  private static Map<String, TypedValue> stored() {
    Map<String, TypedValue> all = new LinkedHashMap<>();
    all.put("Null", TypedValue.NULL);
    for (ValueType type :
        List.of(
            ValueType.STRING,
            ValueType.BOOLEAN,
            ValueType.SHORT,
            ValueType.INTEGER,
            ValueType.LONG,
            ValueType.DOUBLE,
            ValueType.DATE,
            ValueType.BYTES,
            ValueType.JSON,
            ValueType.XML)) {
      all.put(type.typeName() + ":null", TypedValue.of(type, null));
    }
    all.put("Object:null", new TypedValue(ValueType.OBJECT, null, JAVA_MAP));
    all.put("String:", TypedValue.string(""));
    all.put("String:5", TypedValue.string("5"));
    all.put("String:abc", TypedValue.string("abc"));
    all.put("String:true", TypedValue.string("true"));
    all.put("Boolean:true", TypedValue.bool(true));
    all.put("Boolean:false", TypedValue.bool(false));
    all.put("Short:5", TypedValue.of(ValueType.SHORT, (short) 5));
    all.put("Integer:5", TypedValue.integer(5));
    all.put("Long:5", TypedValue.of(ValueType.LONG, 5L));
    all.put("Double:5", TypedValue.of(ValueType.DOUBLE, 5.0));
    all.put("Integer:7", TypedValue.integer(7));
    all.put("Double:7.5", TypedValue.of(ValueType.DOUBLE, 7.5));
    all.put("Date:2020", TypedValue.of(ValueType.DATE, DAY));
    all.put("Date:2021", TypedValue.of(ValueType.DATE, DAY.plus(Duration.ofDays(366))));
    all.put("Bytes:1", TypedValue.of(ValueType.BYTES, new byte[] {1}));
    all.put("Bytes:0", TypedValue.of(ValueType.BYTES, new byte[0]));
    all.put("Json:abc", TypedValue.json("\"abc\""));
    all.put("Xml:abc", TypedValue.of(ValueType.XML, "<abc/>"));
    all.put("Object:abc", new TypedValue(ValueType.OBJECT, "{\"a\":1}", JAVA_MAP));
    all.put("File", TypedValue.file("abc", null, null, new byte[] {1}));
    return all;
  }
}
