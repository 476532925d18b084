package dev.outwork.engine.variable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.outwork.api.NullValueException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/**
 * Where variables live, and what is kept of their values (docs/rest-api.md, "Variables" and
 * "Variable scopes").
 */
class VariablesTest extends SharedEngineTest {
  /** start --> work (external) --> after (external) --> end. */
  private static final BpmnModelInstance WORKING =
      Bpmn.createExecutableProcess("working")
          .startEvent("start")
          .serviceTask("work")
          .operatonExternalTask("work")
          .serviceTask("after")
          .operatonExternalTask("after")
          .endEvent("end")
          .done();

  /**
   *
   *
   * <pre>
   *           +-sub, with its own "floor"--------------------------+
   * start --> | inside --> work (external), with its own "desk"    | --> after (external) --> end
   *           +----------------------------------------------------+
   * </pre>
   */
  private static final BpmnModelInstance THREE_SCOPES =
      Bpmn.createExecutableProcess("scoping")
          .startEvent("start")
          .subProcess("sub")
          .operatonInputParameter("floor", "first")
          .embeddedSubProcess()
          .startEvent("inside")
          .serviceTask("work")
          .operatonExternalTask("work")
          .operatonInputParameter("desk", "left")
          .subProcessDone()
          .serviceTask("after")
          .operatonExternalTask("after")
          .endEvent("end")
          .done();

  private static final byte[] BYTES = {0, 1, -1, 127, -128};

  private static final TypedValue SCAN = TypedValue.file("scan €.png", "image/png", null, BYTES);

  private static Map<String, TypedValue> oneOfEachType() {
    Map<String, TypedValue> values = new LinkedHashMap<>();
    values.put("null", TypedValue.NULL);
    values.put("true", TypedValue.bool(true));
    values.put("false", TypedValue.bool(false));
    values.put("short", TypedValue.of(ValueType.SHORT, Short.MIN_VALUE));
    values.put("integer", TypedValue.integer(Integer.MAX_VALUE));
    values.put("long", TypedValue.of(ValueType.LONG, Long.MIN_VALUE));
    values.put("double", TypedValue.of(ValueType.DOUBLE, 0.1 + 0.2));
    values.put("string", TypedValue.string("Zoë \uD83D\uDE00 'quoted' \"%_\\ \n"));
    values.put("empty", TypedValue.string(""));
    values.put("long text", TypedValue.string("x".repeat(100_000)));
    values.put("date", TypedValue.of(ValueType.DATE, Instant.parse("1969-07-20T20:17:40.123Z")));
    values.put("bytes", TypedValue.of(ValueType.BYTES, BYTES));
    values.put("json", TypedValue.json("{ \"b\" : 1,\"a\":[null ]}"));
    values.put("xml", TypedValue.of(ValueType.XML, "<a b='c'/>"));
    values.put(
        "object",
        new TypedValue(
            ValueType.OBJECT,
            "{\"id\":1}",
            Map.of(
                TypedValue.OBJECT_TYPE_NAME, "com.example.Order",
                TypedValue.SERIALIZATION_DATA_FORMAT, "application/json")));
    for (ValueType type : ValueType.values()) {
      if (type != ValueType.FILE) {
        values.put("no " + type.typeName(), TypedValue.of(type, null));
      }
    }
    return values;
  }

  @Test
  void every_type_comes_back_as_it_was_given_from_start_to_fetch_to_completion() {
    Map<String, TypedValue> given = oneOfEachType();
    ProcessInstance instance = start(WORKING, given);

    LockedExternalTask task = alice.fetchesOne("work");
    alice.completes(
        task,
        task.variables().entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getKey() + " again", Map.Entry::getValue)));

    assertThat(task.variables()).usingRecursiveComparison().isEqualTo(given);
    Map<String, TypedValue> stored = engine.runtime().variables(instance.id());
    assertThat(stored).hasSize(2 * given.size());
    given.forEach(
        (name, value) -> {
          assertThat(stored.get(name)).as(name).usingRecursiveComparison().isEqualTo(value);
          assertThat(stored.get(name + " again"))
              .as(name + " again")
              .usingRecursiveComparison()
              .isEqualTo(value);
        });
  }

  @Test
  void a_file_is_fetched_without_its_content_which_is_read_one_by_one() {
    ProcessInstance instance = start(WORKING, Map.of("scan", SCAN));

    LockedExternalTask task = alice.fetchesOne("work");

    TypedValue withoutContent = new TypedValue(ValueType.FILE, null, SCAN.valueInfo());
    assertThat(task.variables().get("scan")).isEqualTo(withoutContent);
    assertThat(engine.runtime().variables(instance.id()).get("scan")).isEqualTo(withoutContent);
    assertThat(engine.runtime().variable(task.task().executionId(), "scan").orElseThrow())
        .usingRecursiveComparison()
        .isEqualTo(SCAN);
  }

  @Test
  void a_file_that_nobody_touches_keeps_its_content() {
    ProcessInstance instance = start(WORKING, Map.of("scan", SCAN));

    alice.completes(alice.fetchesOne("work"), Map.of("other", TypedValue.integer(1)));

    assertThat(engine.runtime().variable(instance.id(), "scan").orElseThrow().value())
        .isEqualTo(BYTES);
  }

  @Test
  void a_new_value_replaces_the_old_one_with_its_type_and_all_that_was_known_of_it() {
    ProcessInstance instance = start(WORKING, Map.of("a", SCAN, "b", TypedValue.string("text")));

    alice.completes(alice.fetchesOne("work"), Map.of("a", TypedValue.integer(1), "b", SCAN));

    assertThat(engine.runtime().variable(instance.id(), "a")).contains(TypedValue.integer(1));
    assertThat(engine.runtime().variable(instance.id(), "b").orElseThrow())
        .usingRecursiveComparison()
        .isEqualTo(SCAN);
    assertThat(
            Rows.count(
                engine.database(),
                "select count(*) from variable where process_instance_id = ?",
                instance.id()))
        .isEqualTo(2);
  }

  @Test
  void each_variable_is_set_in_the_nearest_scope_that_holds_its_name_else_on_the_instance() {
    ProcessInstance instance = start(THREE_SCOPES, Map.of("house", TypedValue.string("red")));
    LockedExternalTask task = alice.fetchesOne("work");

    engine
        .runtime()
        .changeVariables(
            task.task().executionId(),
            Map.of(
                "desk", TypedValue.string("right"),
                "floor", TypedValue.string("second"),
                "house", TypedValue.string("blue"),
                "city", TypedValue.string("Rome")),
            List.of());

    assertThat(scopesAndNames(instance))
        .containsExactlyInAnyOrder(
            "work desk=right", "sub floor=second", "instance house=blue", "instance city=Rome");
    assertThat(engine.externalTasks().externalTask(task.task().id())).isPresent();
  }

  @Test
  void a_worker_sees_inner_variables_before_outer_ones_of_the_same_name() {
    start(THREE_SCOPES, Map.of("floor", TypedValue.string("cellar")));

    assertThat(alice.fetchesOne("work").variables())
        .containsOnlyKeys("desk", "floor")
        .containsEntry("floor", TypedValue.string("first"));
  }

  @Test
  void local_variables_are_set_on_the_task_itself_even_if_an_outer_scope_holds_the_name() {
    ProcessInstance instance = start(THREE_SCOPES, Map.of("house", TypedValue.string("red")));
    LockedExternalTask task = alice.fetchesOne("work");

    engine
        .externalTasks()
        .complete(task.task().id(), "alice", Map.of(), Map.of("house", TypedValue.string("mine")));

    assertThat(scopesAndNames(instance)).contains("instance house=red", "work house=mine");
    assertThat(alice.fetchesOne("after").variables())
        .containsOnlyKeys("house")
        .containsEntry("house", TypedValue.string("red"));
  }

  @Test
  void a_worker_that_asks_for_local_variables_gets_those_of_the_task_only() {
    start(THREE_SCOPES, Map.of("house", TypedValue.string("red")));
    Topic local = Topic.builder("work", Duration.ofMinutes(1)).localVariables(true).build();

    List<LockedExternalTask> tasks =
        engine.externalTasks().fetchAndLock(FetchAndLock.of("alice", 1, local));

    assertThat(tasks.get(0).variables()).containsOnlyKeys("desk");
  }

  /** start --> work (external) on the topic ${topic} --> end. */
  @Test
  void a_transient_variable_is_seen_within_its_transaction_and_never_stored() {
    TypedValue topic =
        new TypedValue(ValueType.STRING, "secret", Map.of(TypedValue.TRANSIENT, true));
    ProcessInstance instance =
        start(
            Bpmn.createExecutableProcess("whispering")
                .startEvent("start")
                .serviceTask("work")
                .operatonExternalTask("${topic}")
                .endEvent("end")
                .done(),
            Map.of("topic", topic));

    LockedExternalTask task = alice.fetchesOne("secret");
    engine
        .externalTasks()
        .complete(task.task().id(), "alice", Map.of("a", topic), Map.of("b", topic));

    assertThat(task.variables()).isEmpty();
    assertThat(scopesAndNames(instance)).isEmpty();
  }

  @Test
  void a_stored_variable_cannot_become_transient() {
    ProcessInstance instance = start(WORKING, Map.of("a", TypedValue.integer(1)));
    TypedValue fleeting = new TypedValue(ValueType.INTEGER, 2, Map.of(TypedValue.TRANSIENT, true));

    assertThatThrownBy(() -> alice.completes(alice.fetchesOne("work"), Map.of("a", fleeting)))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("variable 'a'")
        .hasMessageContaining("transient");

    assertThat(engine.waitsAt(instance)).containsExactly("work");
  }

  @Test
  void a_variable_is_removed_from_the_nearest_scope_that_holds_it() {
    ProcessInstance instance =
        start(
            THREE_SCOPES,
            Map.of("floor", TypedValue.string("cellar"), "house", TypedValue.string("red")));
    String executionId = alice.fetchesOne("work").task().executionId();

    engine.runtime().changeVariables(executionId, Map.of(), List.of("floor", "house", "nothing"));

    assertThat(engine.runtime().variables(executionId))
        .containsOnlyKeys("desk", "floor")
        .containsEntry("floor", TypedValue.string("cellar"));
    assertThat(scopesAndNames(instance))
        .containsExactlyInAnyOrder("work desk=left", "instance floor=cellar");
  }

  @Test
  void a_variable_that_was_removed_can_be_set_again() {
    ProcessInstance instance = start(WORKING, Map.of("a", TypedValue.integer(1)));

    engine.runtime().changeVariables(instance.id(), Map.of(), List.of("a"));
    engine.runtime().changeVariables(instance.id(), Map.of("a", TypedValue.integer(2)), List.of());

    assertThat(engine.runtime().variable(instance.id(), "a")).contains(TypedValue.integer(2));
  }

  @Test
  void a_variable_that_is_set_and_removed_at_once_is_gone() {
    ProcessInstance instance = start(WORKING, Map.of("a", TypedValue.integer(1)));

    engine
        .runtime()
        .changeVariables(
            instance.id(),
            Map.of("a", TypedValue.integer(2), "b", TypedValue.integer(3)),
            List.of("a", "b"));

    assertThat(engine.runtime().variables(instance.id())).isEmpty();
  }

  @Test
  void variables_of_an_unknown_execution_are_refused() {
    Map<String, TypedValue> any = Map.of("a", TypedValue.integer(1));

    assertThatThrownBy(() -> engine.runtime().variables("no-such-id"))
        .isInstanceOf(NullValueException.class)
        .hasMessageContaining("no-such-id");
    assertThatThrownBy(() -> engine.runtime().changeVariables("no-such-id", any, List.of()))
        .isInstanceOf(NullValueException.class);
  }

  @Test
  void a_name_that_is_too_long_is_refused_and_changes_nothing() {
    assertThat(refusalOf("n".repeat(256)).code()).isEqualTo(ProcessEngineException.VALUE_TOO_LONG);
  }

  @Test
  void an_empty_name_is_refused_and_changes_nothing() {
    assertThat(refusalOf("")).hasMessageContaining("name is empty");
  }

  @Test
  void a_name_that_is_null_is_refused_and_changes_nothing() {
    assertThat(refusalOf(null)).isInstanceOf(NullValueException.class);
  }

  @Test
  void a_name_with_a_character_that_no_database_stores_is_refused_and_changes_nothing() {
    assertThat(refusalOf("a\0b")).hasMessageContaining("U+0000");
  }

  private ProcessEngineException refusalOf(String name) {
    ProcessInstance instance = start(WORKING);
    LockedExternalTask task = alice.fetchesOne("work");
    Map<String, TypedValue> variables = new HashMap<>();
    variables.put("good", TypedValue.integer(1));
    variables.put(name, TypedValue.integer(2));

    Throwable refusal = catchThrowable(() -> alice.completes(task, variables));

    assertThat(engine.waitsAt(instance)).containsExactly("work");
    assertThat(engine.runtime().variables(instance.id())).isEmpty();
    assertThat(refusal).isInstanceOf(ProcessEngineException.class);
    return (ProcessEngineException) refusal;
  }

  @Test
  void a_text_with_a_character_that_no_database_stores_is_refused_and_changes_nothing() {
    ProcessInstance instance = start(WORKING);
    LockedExternalTask task = alice.fetchesOne("work");

    for (ValueType type :
        List.of(ValueType.STRING, ValueType.JSON, ValueType.XML, ValueType.OBJECT)) {
      assertThatThrownBy(() -> alice.completes(task, Map.of("a", TypedValue.of(type, "x\0y"))))
          .isInstanceOf(ProcessEngineException.class)
          .hasMessageContaining("variable 'a'")
          .hasMessageContaining("U+0000");
    }

    assertThat(engine.waitsAt(instance)).containsExactly("work");
  }

  @Test
  void the_longest_name_is_kept() {
    String name = "n".repeat(255);

    ProcessInstance instance = start(WORKING, Map.of(name, TypedValue.integer(1)));

    assertThat(engine.runtime().variables(instance.id())).containsOnlyKeys(name);
  }

  @Test
  void thousands_of_variables_are_written_and_removed_in_one_transaction() {
    Map<String, TypedValue> many =
        IntStream.range(0, 6_000)
            .boxed()
            .collect(Collectors.toMap(i -> "v" + i, TypedValue::integer));
    ProcessInstance instance = start(WORKING, many);
    assertThat(engine.runtime().variables(instance.id())).isEqualTo(many);

    engine.runtime().changeVariables(instance.id(), Map.of(), many.keySet());

    assertThat(engine.runtime().variables(instance.id())).isEmpty();
  }

  /** start --> work (external) --> gate --[${order.total > 100 ...}]--> big, else --> small. */
  private static BpmnModelInstance asking(String condition) {
    return withDefault(
        Bpmn.createExecutableProcess("asking")
            .startEvent("start")
            .exclusiveGateway("gate")
            .condition("big", condition)
            .endEvent("big")
            .moveToNode("gate")
            .sequenceFlowId("else")
            .endEvent("small")
            .done(),
        "gate",
        "else");
  }

  @Test
  void json_is_read_by_expressions_as_maps_and_lists() {
    TypedValue order =
        TypedValue.json(
            """
            {"total": 150.5, "paid": true, "by": {"name": "Ann"}, "items": [{"id": 12345678901}], "note": null}""");

    ProcessInstance instance =
        start(
            asking(
                "${order.total > 100 && order.paid && order.by.name == 'Ann'"
                    + " && order.items[0].id == 12345678901 && empty order.note}"),
            Map.of("order", order));

    assertThat(engine.path(instance)).containsExactly("start", "gate", "big");
  }

  @Test
  void json_that_cannot_be_read_refuses_what_asks_for_it_and_names_the_variable() {
    for (String text :
        List.of("{\"total\": ", "", "[".repeat(5_000) + "]".repeat(5_000), "{\"total\": 1e999}")) {
      assertThatThrownBy(
              () -> start(asking("${order.total > 100}"), Map.of("order", TypedValue.json(text))))
          .isInstanceOf(ProcessEngineException.class)
          .hasMessageContaining("variable 'order'")
          .hasMessageContaining("sequence flow");
    }
  }

  @Test
  void json_that_nobody_asks_for_may_be_anything() {
    ProcessInstance instance = start(WORKING, Map.of("order", TypedValue.json("{\"total\": ")));

    assertThat(engine.runtime().variable(instance.id(), "order"))
        .contains(TypedValue.json("{\"total\": "));
  }

  @Test
  void a_file_variable_has_its_file_name_kept_in_any_script() {
    TypedValue named =
        TypedValue.file(
            "Ünïcode 漢字.txt", "text/plain", "UTF-8", "x".getBytes(StandardCharsets.UTF_8));

    ProcessInstance instance = start(WORKING, Map.of("file", named));

    assertThat(engine.runtime().variable(instance.id(), "file").orElseThrow())
        .usingRecursiveComparison()
        .isEqualTo(named);
  }

  /** Each variable of an instance with where it lives: the element id, or "instance". */
  private static List<String> scopesAndNames(ProcessInstance instance) {
    return Rows.strings(
        engine.database(),
        """
        select coalesce(a.activity_id, 'instance') || ' ' || v.name || '=' || v.text_value
          from variable v
          left join activity_instance a
            on a.id = v.scope_id
         where v.process_instance_id = ?
        """,
        instance.id());
  }
}
