package dev.outwork.engine.token;

import static dev.outwork.engine.token.Sketch.activity;
import static dev.outwork.engine.token.Sketch.beside;
import static dev.outwork.engine.token.Sketch.call;
import static dev.outwork.engine.token.Sketch.condition;
import static dev.outwork.engine.token.Sketch.document;
import static dev.outwork.engine.token.Sketch.exclusive;
import static dev.outwork.engine.token.Sketch.extensions;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.forEach;
import static dev.outwork.engine.token.Sketch.in;
import static dev.outwork.engine.token.Sketch.input;
import static dev.outwork.engine.token.Sketch.loop;
import static dev.outwork.engine.token.Sketch.out;
import static dev.outwork.engine.token.Sketch.output;
import static dev.outwork.engine.token.Sketch.parameters;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.processOf;
import static dev.outwork.engine.token.Sketch.start;
import static dev.outwork.engine.token.Sketch.topic;
import static dev.outwork.engine.token.Sketch.until;
import static dev.outwork.engine.token.Sketch.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.engine.token.Stage.OpenTask;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model reads in objects, maps and lists (docs/rest-api.md, "Objects and structures"). */
class StructuresTest extends StageTest {
  private static final String MAP = "java.util.HashMap<java.lang.String,java.lang.Object>";
  private static final String LIST = "java.util.ArrayList<com.example.Item>";

  private static TypedValue object(String typeName, String json) {
    return TypedValue.object(typeName, "application/json", json);
  }

  private static TypedValue plainMap(String json) {
    return object("java.util.LinkedHashMap", json);
  }

  /** start --> make (external) --> gate --[condition]--> yes (external), else --> no (external). */
  private void playAsking(String condition, Map<String, TypedValue> made) {
    play(
        start("start"),
        external("make"),
        exclusive("gate"),
        external("yes"),
        external("no"),
        path("start", "make", "gate"),
        when(condition, "gate", "yes"),
        when("${true}", "gate", "no"));
    stage.complete("make", made);
  }

  /** start --> make (external) --> work (external, with parameters) --> after (external). */
  private void playMaking(Map<String, TypedValue> made, String... parameters) {
    play(
        start("start"),
        external("make"),
        external("work", parameters(parameters)),
        external("after"),
        path("start", "make", "work", "after"));
    stage.complete("make", made);
  }

  @Test
  void a_condition_reads_the_parts_of_an_object() {
    playAsking(
        "${flags.A and order.amount > 10 and order.lines[1].id == 'b' and empty order.note"
            + " and order['by'] == 'Ann' and not empty order}",
        Map.of(
            "flags", object(MAP, "{\"A\": true}"),
            "order",
                object(
                    "com.example.Order",
                    "{\"amount\": 20, \"lines\": [{}, {\"id\": \"b\"}], \"note\": null, \"by\": \"Ann\"}")));

    assertThat(stage.waitsAt()).containsExactly("yes");
  }

  @Test
  void an_object_may_be_a_plain_value() {
    playAsking(
        "${price > 9 and day == '2026-02-01' and on}",
        Map.of(
            "price", object("java.math.BigDecimal", "9.50"),
            "day", object("java.time.LocalDate", "\"2026-02-01\""),
            "on", object("java.lang.Boolean", "true")));

    assertThat(stage.waitsAt()).containsExactly("yes");
  }

  @Test
  void parameters_and_names_read_the_parts_of_an_object() {
    play(
        start("start"),
        external("make"),
        activity(
            "serviceTask",
            "work",
            topic("t-${order.by}"),
            parameters(
                input("text", "for ${order.by} of ${order.lines}"),
                input("line", "${order.lines[0]}"),
                input("lines", "${order.lines}"),
                input("no", "${order.lines[0].no}"))),
        path("start", "make", "work"));

    stage.complete(
        "make", Map.of("order", object(MAP, "{\"by\": \"Ann\", \"lines\": [{\"no\": 7}]}")));

    Map<String, TypedValue> seen = stage.variablesAt("work");
    assertThat(seen).containsEntry("text", TypedValue.string("for Ann of [{no=7}]"));
    assertThat(seen).containsEntry("line", plainMap("{\"no\":7}"));
    assertThat(seen).containsEntry("lines", object("java.util.ArrayList", "[{\"no\":7}]"));
    assertThat(seen).containsEntry("no", TypedValue.integer(7));
  }

  @Test
  void a_structure_that_is_passed_on_stays_as_it_was_sent() {
    Map<String, TypedValue> made =
        Map.of(
            "object", object(LIST, "[ 1.50, 12345678901234567890 ]"),
            "json", TypedValue.json("{ \"a\" : 1.50 }"),
            "untyped", TypedValue.structure(List.of(), "[ 2.50 ]"),
            "number", object("java.math.BigDecimal", "2.50"),
            "text", TypedValue.json("\"x\""));

    playMaking(
        made,
        input("object2", "${object}"),
        input("json2", "${json}"),
        input("untyped2", "${true ? untyped : json}"),
        input("number2", "${number}"),
        input("text2", "${text}"));

    made.forEach(
        (name, value) -> assertThat(stage.variablesAt("work")).containsEntry(name + "2", value));
  }

  @Test
  void a_part_is_of_the_kind_of_the_whole_and_what_a_model_makes_has_no_type() {
    playMaking(
        Map.of(
            "object", object(MAP, "{\"a\": {}}"),
            "json", TypedValue.json("{\"a\": {}}"),
            "untyped", TypedValue.structure(Map.of(), "{\"a\": {}}")),
        input("ofObject", "${object.a}"),
        input("ofJson", "${json.a}"),
        input("ofUntyped", "${untyped.a}"),
        input("made", "${[object.a, json.a, 2.5]}"),
        input(
            "map",
            "<camunda:map><camunda:entry key=\"k\">${object}</camunda:entry></camunda:map>"));

    Map<String, TypedValue> seen = stage.variablesAt("work");
    assertThat(seen).containsEntry("ofObject", plainMap("{}"));
    assertThat(seen).containsEntry("ofJson", TypedValue.json("{}"));
    assertThat(seen).containsEntry("ofUntyped", TypedValue.structure(Map.of(), "{}"));
    assertThat(seen).containsEntry("made", TypedValue.structure(List.of(), "[{},{},2.5]"));
    assertThat(seen).containsEntry("map", TypedValue.structure(Map.of(), "{\"k\":{\"a\":{}}}"));
  }

  /** start --> make (external) --> work (for each item, ends when one is the last) --> after. */
  private void playEach(String loop, TypedValue items) {
    play(
        start("start"),
        external("make"),
        external("work", loop),
        external("after"),
        path("start", "make", "work", "after"));
    stage.complete("make", Map.of("items", items));
  }

  @ParameterizedTest
  @ValueSource(strings = {"items", "${items}"})
  void the_elements_of_a_list_are_given_to_one_each(String collection) {
    playEach(forEach(collection, "item"), object(LIST, "[{\"id\": 1}, \"x\", 5.0, null, [2.50]]"));

    assertThat(stage.openTasks())
        .extracting(task -> task.variables().get("item"))
        .containsExactly(
            plainMap("{\"id\":1}"),
            TypedValue.string("x"),
            TypedValue.of(ValueType.DOUBLE, 5.0),
            TypedValue.NULL,
            object("java.util.ArrayList", "[2.50]"));
  }

  @Test
  void the_elements_of_a_list_within_an_object_are_given_one_after_the_other() {
    playEach(
        loop(
            "isSequential=\"true\" camunda:collection=\"${items.all}\" camunda:elementVariable=\"item\"",
            until("${result.last}")),
        object(MAP, "{\"all\": [{\"id\": 1}, {\"id\": 2}, {}]}"));
    assertThat(stage.variablesAt("work")).containsEntry("item", plainMap("{\"id\":1}"));

    stage.complete("work", Map.of("result", object(MAP, "{\"last\": false}")));
    assertThat(stage.variablesAt("work")).containsEntry("item", plainMap("{\"id\":2}"));

    stage.complete("work", Map.of("result", object(MAP, "{\"last\": true}")));

    assertThat(stage.waitsAt()).containsExactly("after");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "2.0"})
  void a_cardinality_may_be_a_number_of_an_object(String many) {
    playEach(
        loop("", "<loopCardinality>${items.many}</loopCardinality>"),
        object(MAP, "{\"many\": %s}".formatted(many)));

    assertThat(stage.openTasks()).extracting(OpenTask::elementId).containsExactly("work", "work");
  }

  /** start --> make (external) --> call (calls inner: begin --> job) --> after (external). */
  @Test
  void calls_pass_the_parts_of_an_object_in_and_out() {
    stage.deploy(
        document(
            processOf(
                "p",
                start("start"),
                external("make"),
                call(
                    "call",
                    "inner",
                    extensions(
                        in("sourceExpression=\"${order.by}\" target=\"by\""),
                        in("sourceExpression=\"${order}\" target=\"whole\""),
                        in("source=\"order\" target=\"same\""),
                        in("businessKey=\"${order.by.name}\""),
                        out("sourceExpression=\"${result.lines[0]}\" target=\"first\""))),
                external("after"),
                path("start", "make", "call", "after")),
            processOf("inner", start("begin"), external("job"), path("begin", "job"))));
    stage.start("p");
    TypedValue order = object(MAP, "{\"by\": {\"name\": \"Ann\"}}");
    stage.complete("make", Map.of("order", order));

    assertThat(stage.variablesAt("job"))
        .isEqualTo(Map.of("by", plainMap("{\"name\":\"Ann\"}"), "whole", order, "same", order));

    stage.complete("job", Map.of("result", object(MAP, "{\"lines\": [{\"no\": 1}]}")));
    assertThat(stage.variable("first")).contains(plainMap("{\"no\":1}"));
  }

  /** start --> work (external); work --(order.amount > 10, beside)--> note (external). */
  @Test
  void a_conditional_event_reads_the_parts_of_an_object() {
    play(
        start("start"),
        external("work"),
        beside("noted", "work", condition("${order.amount gt 10}")),
        external("note"),
        path("start", "work"),
        path("noted", "note"));

    stage.set(Map.of("order", object(MAP, "{\"amount\": 5}")));
    assertThat(stage.waitsAt()).containsExactly("work");

    stage.set(Map.of("order", object(MAP, "{\"amount\": 11}")));
    assertThat(stage.waitsAt()).containsExactly("note", "work");
  }

  @Test
  void what_has_no_json_is_passed_on_and_not_looked_into() {
    TypedValue xml = TypedValue.of(ValueType.XML, "<a/>");
    TypedValue inXml = TypedValue.object("com.example.A", "application/xml", "<a/>");
    playMaking(
        Map.of("xml", xml, "inXml", inXml),
        input("xml2", "${xml}"),
        input("inXml2", "${inXml}"),
        input("either", "${empty xml ? null : inXml}"),
        input("text", "it is ${xml}"));

    assertThat(stage.variablesAt("work"))
        .containsEntry("xml2", xml)
        .containsEntry("inXml2", inXml)
        .containsEntry("either", inXml)
        .containsEntry("text", TypedValue.string("it is <a/>"));
  }

  @Test
  void what_has_no_json_is_refused_with_its_name_and_form_where_parts_are_asked_for() {
    TypedValue inXml = TypedValue.object("com.example.A", "application/xml", "<a/>");
    TypedValue bytes = TypedValue.of(ValueType.BYTES, new byte[] {1});
    String named = "variable 'order' of type 'Object' in format 'application/xml'";

    refuses(() -> playAsking("${order.amount > 10}", Map.of("order", inXml)), "'amount'", named);
    refuses(
        () -> playEach(forEach("items", "item"), TypedValue.of(ValueType.XML, "<a/>")),
        "its collection is variable 'items' of type 'Xml', which is not a list");
    refuses(
        () ->
            playMaking(
                Map.of("order", inXml),
                input("x", "<camunda:list><camunda:value>${order}</camunda:value></camunda:list>")),
        named,
        "'x'",
        "'work'");
    refuses(
        () -> playMaking(Map.of("order", bytes), input("x", "it is ${order}")),
        "variable 'order' of type 'Bytes'",
        "has no text");
    refuses(
        () -> playAsking("${order.amount > 10}", Map.of("order", object(MAP, "{broken"))),
        "variable 'order'",
        "not JSON");
  }

  private static void refuses(Runnable attempt, String... said) {
    assertThatThrownBy(attempt::run)
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContainingAll(said)
        .hasMessageNotContaining("<a/>")
        .hasMessageNotContaining("TypedValue");
  }

  @ParameterizedTest
  @EnumSource
  void a_typed_null_is_null_and_empty(ValueType type) {
    playAsking(
        "${x == null and empty x and null eq x and not (x != null)}",
        Map.of("x", TypedValue.of(type, null)));

    assertThat(stage.waitsAt()).containsExactly("yes");
  }

  @ParameterizedTest
  @EnumSource
  void a_typed_null_that_is_passed_on_is_null(ValueType type) {
    playMaking(
        Map.of("x", TypedValue.of(type, null)),
        input("y", "${x}"),
        input("text", "it is ${x}"),
        input("list", "<camunda:list><camunda:value>${x}</camunda:value></camunda:list>"));

    assertThat(stage.variablesAt("work"))
        .containsEntry("y", TypedValue.NULL)
        .containsEntry("text", TypedValue.string("it is "))
        .containsEntry("list", TypedValue.structure(List.of(), "[null]"));
  }

  @ParameterizedTest
  @EnumSource(names = {"OBJECT", "JSON"})
  void numbers_in_json_keep_their_digits_wherever_they_go(ValueType type) {
    String numbers =
        "[12345678901234567890,5.0,1234567890123456.78,2.50,-0.1,1E+400,9007199254740993]";
    TypedValue whole = type == ValueType.OBJECT ? object(LIST, numbers) : TypedValue.json(numbers);
    playMaking(
        Map.of("x", TypedValue.json("{\"in\":%s}".formatted(numbers)), "all", whole),
        input("in", "${x.in}"),
        input("all2", "${all}"),
        input("made", "${[all, x]}"),
        input("large", "${all[0]}"),
        input("five", "${all[1]}"),
        input("exact", "${all[2]}"),
        input("half", "${all[3]}"),
        input("sum", "${all[0] + 1}"),
        input("compared", "${all[0] > 12345678901234567 and all[1] == 5 and all[2] > 1.5}"),
        output("again", "${large}"));

    Map<String, TypedValue> seen = stage.variablesAt("work");
    assertThat(seen).containsEntry("in", TypedValue.json(numbers));
    assertThat(seen).containsEntry("all2", whole);
    assertThat(seen.get("made").value()).isEqualTo("[%s,{\"in\":%s}]".formatted(numbers, numbers));
    assertThat(seen.get("large")).satisfies(number -> is("12345678901234567890", number));
    assertThat(seen).containsEntry("five", TypedValue.of(ValueType.DOUBLE, 5.0));
    assertThat(seen.get("exact")).satisfies(number -> is("1234567890123456.78", number));
    assertThat(seen).containsEntry("half", TypedValue.of(ValueType.DOUBLE, 2.5));
    assertThat(seen.get("sum")).satisfies(number -> is("12345678901234567891", number));
    assertThat(seen).containsEntry("compared", TypedValue.bool(true));

    stage.complete("work");
    assertThat(stage.variable("again")).contains(seen.get("large"));
  }

  private static void is(String number, TypedValue value) {
    assertThat(value.value()).isEqualTo(number);
    assertThat(value.isStructure()).isTrue();
  }
}
