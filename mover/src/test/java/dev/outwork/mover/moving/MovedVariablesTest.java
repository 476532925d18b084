package dev.outwork.mover.moving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.mover.converting.JavaValues;
import dev.outwork.mover.source.Slice;
import dev.outwork.testkit.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.Variables.SerializationDataFormats;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A variable of each type has the value and the information at Outwork that Camunda shows. */
class MovedVariablesTest {
  private static BothEngines engines;

  @BeforeAll
  static void start() {
    engines = BothEngines.on(TestDatabase.H2);
    engines
        .camunda()
        .getRepositoryService()
        .createDeployment()
        .addString("sequence.bpmn", ElementModels.all().get("sequence"))
        .addString("compensatedSub.bpmn", ElementModels.all().get("compensatedSub"))
        .deploy();
  }

  @AfterAll
  static void stop() {
    engines.close();
  }

  private static String start(VariableMap variables) {
    return engines
        .camunda()
        .getRuntimeService()
        .startProcessInstanceByKey("sequence", variables)
        .getId();
  }

  private static BothEngines.Told move(String id, JavaValues javaValues) {
    BothEngines.Told told = new BothEngines.Told();
    MoveSettings settings = engines.settings();
    new Move(
            new MoveSettings(
                settings.source(),
                settings.sourceZone(),
                settings.target(),
                new WhatGoes(javaValues, false, HistoryChoice.NONE),
                settings.chunk(),
                settings.threads(),
                settings.mostPerSecond(),
                settings.clock()),
            told)
        .move(Slice.of(List.of(id)));
    return told;
  }

  private static Map<String, String> there(String id) {
    return engines
        .camunda()
        .getRuntimeService()
        .createVariableInstanceQuery()
        .processInstanceIdIn(id)
        .disableCustomObjectDeserialization()
        .list()
        .stream()
        .collect(
            Collectors.toMap(
                variable -> variable.getName(),
                variable -> shown(variable.getTypedValue()),
                (one, other) -> one,
                TreeMap::new));
  }

  private static String shown(org.camunda.bpm.engine.variable.value.TypedValue typed) {
    Map<String, Object> info = new TreeMap<>(typed.getType().getValueInfo(typed));
    info.remove("transient");
    Object value =
        typed instanceof SerializableValue serialized
            ? serialized.getValueSerialized()
            : typed.getValue();
    return shown(typed.getType().getName(), value, info);
  }

  private static Map<String, String> here(String id) {
    Map<String, String> here = new TreeMap<>();
    for (String name : engines.outwork().runtime().variables(id).keySet()) {
      here.put(name, shown(whole(id, name)));
    }
    return here;
  }

  // A list of variables has no contents of files.
  private static TypedValue whole(String id, String name) {
    return engines.outwork().runtime().variable(id, name).orElseThrow();
  }

  private static String shown(TypedValue typed) {
    return shown(typed.type().typeName(), typed.value(), new TreeMap<>(typed.valueInfo()));
  }

  private static String shown(String type, Object value, Map<String, Object> info) {
    return "%s %s %s".formatted(type.toLowerCase(java.util.Locale.ROOT), plain(value), info);
  }

  private static Object plain(Object value) {
    if (value instanceof byte[] bytes) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
    if (value instanceof InputStream stream) {
      try (stream) {
        return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return value instanceof Date date ? date.toInstant() : value;
  }

  private static VariableMap ofEachType() {
    return Variables.createVariables()
        .putValue("text", "Grüße €")
        .putValue("empty", "")
        .putValueTyped("noText", Variables.stringValue(null))
        .putValue("nothing", null)
        .putValue("yes", true)
        .putValue("no", false)
        .putValueTyped("noFlag", Variables.booleanValue(null))
        .putValue("short", (short) -3)
        .putValue("integer", Integer.MAX_VALUE)
        .putValue("long", Long.MIN_VALUE)
        .putValue("double", 0.1)
        .putValueTyped("noDouble", Variables.doubleValue(null))
        .putValue("date", Date.from(Instant.parse("2026-11-30T10:00:00.123Z")))
        .putValueTyped("noDate", Variables.dateValue(null))
        .putValue("bytes", new byte[] {0, 1, -1, 127})
        .putValueTyped("noBytes", Variables.byteArrayValue(null));
  }

  private static VariableMap files() {
    return Variables.createVariables()
        .putValueTyped("whole", file("a.txt", "text/plain", "UTF-8"))
        .putValueTyped("withoutType", file("b", null, null))
        .putValueTyped("withoutEncoding", file("c.pdf", "application/pdf", null))
        .putValueTyped("onlyEncoding", file("d", null, "ISO-8859-1"))
        .putValueTyped("none", Variables.fileValue("e").create());
  }

  private static FileValue file(String name, String mimeType, String encoding) {
    return Variables.fileValue(name)
        .file(new ByteArrayInputStream(("<" + name + "\0>").getBytes(StandardCharsets.UTF_8)))
        .mimeType(mimeType)
        .encoding(encoding)
        .create();
  }

  private static VariableMap documents() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", "Ann");
    map.put("amounts", List.of(1, 2));
    return Variables.createVariables()
        .putValueTyped("json", SpinValues.jsonValue("{\"a\":[1,\"ä\"]}").create())
        .putValueTyped("noJson", SpinValues.jsonValue((String) null).create())
        .putValueTyped("xml", SpinValues.xmlValue("<a b=\"ä\"/>").create())
        .putValueTyped("noXml", SpinValues.xmlValue((String) null).create())
        .putValueTyped(
            "object",
            Variables.objectValue(map)
                .serializationDataFormat(SerializationDataFormats.JSON)
                .create())
        .putValueTyped(
            "foreign",
            Variables.serializedObjectValue("{\"a\":1}")
                .objectTypeName("com.example.Order")
                .serializationDataFormat(SerializationDataFormats.JSON)
                .create())
        .putValueTyped(
            "xmlObject",
            Variables.serializedObjectValue("<order/>")
                .objectTypeName("com.example.Order")
                .serializationDataFormat(SerializationDataFormats.XML)
                .create())
        .putValueTyped(
            "noObject",
            Variables.serializedObjectValue(null)
                .objectTypeName("com.example.Order")
                .serializationDataFormat(SerializationDataFormats.JSON)
                .create());
  }

  private static VariableMap java() {
    return Variables.createVariables()
        .putValue("plain", "stays")
        .putValueTyped(
            "java",
            Variables.objectValue(new ArrayList<>(List.of("Ann")))
                .serializationDataFormat(SerializationDataFormats.JAVA)
                .create());
  }

  private static void comesAsItIs(VariableMap variables) {
    String id = start(variables);
    Map<String, String> there = there(id);
    assertThat(there).hasSameSizeAs(variables);

    assertThat(move(id, JavaValues.REFUSE).staying()).isEmpty();

    assertThat(here(id)).isEqualTo(there);
  }

  @Test
  void a_plain_value_and_bytes_come_as_they_are() {
    comesAsItIs(ofEachType());
  }

  @Test
  void a_file_comes_with_its_name_type_and_encoding() {
    comesAsItIs(files());
  }

  @Test
  void json_xml_and_objects_come_as_they_were_written() {
    comesAsItIs(documents());
  }

  @Test
  void serialized_java_keeps_its_instance_back() {
    String id = start(java());

    assertThat(move(id, JavaValues.REFUSE).staying())
        .singleElement()
        .asString()
        .contains("serialized Java");

    assertThat(engines.outwork().runtime().processInstance(id)).isEmpty();
  }

  @Test
  void serialized_java_stays_behind_where_it_is_left_out() {
    String id = start(java());

    assertThat(move(id, JavaValues.LEAVE_OUT).staying()).isEmpty();

    assertThat(here(id)).containsOnlyKeys("plain");
  }

  /** start --> sub (a, which can be undone, --> d) --> c --> ... */
  @Test
  void what_can_be_undone_is_without_it_too() {
    DrivenCamunda there =
        new DrivenCamunda(
            engines,
            engines
                .camunda()
                .getRuntimeService()
                .startProcessInstanceByKey("compensatedSub")
                .getId());
    there.perform(there.waits().get(0), Map.of());
    engines
        .camunda()
        .getRuntimeService()
        .setVariablesLocal(around(there.waits().get(0).executionId()), java());
    there.perform(there.waits().get(0), Map.of());
    assertThat(there(there.rootId())).containsOnlyKeys("plain", "java");

    assertThat(move(there.rootId(), JavaValues.LEAVE_OUT).staying()).isEmpty();

    assertThat(names(there.rootId())).containsExactly("plain");
  }

  private static String around(String executionId) {
    var execution =
        engines
            .camunda()
            .getRuntimeService()
            .createExecutionQuery()
            .executionId(executionId)
            .singleResult();
    return ((ExecutionEntity) execution).getParentId();
  }

  private static List<String> names(String id) {
    return engines
        .here("select v.name from variable v where v.process_instance_id = ? order by v.name", id)
        .stream()
        .map(row -> row.get(0))
        .toList();
  }

  @Test
  void serialized_java_can_come_as_bytes() {
    String id = start(java());
    byte[] written =
        engines.camunda().getRuntimeService().createVariableInstanceQuery().list().stream()
            .filter(variable -> variable.getName().equals("java"))
            .filter(variable -> variable.getProcessInstanceId().equals(id))
            .map(variable -> serialized((List<?>) variable.getValue()))
            .findFirst()
            .orElseThrow();

    assertThat(move(id, JavaValues.AS_BYTES).staying()).isEmpty();

    TypedValue here = engines.outwork().runtime().variable(id, "java").orElseThrow();
    assertThat(here.type().typeName()).isEqualTo("Bytes");
    assertThat((byte[]) here.value()).isEqualTo(written);
  }

  private static byte[] serialized(Object value) {
    try (var bytes = new java.io.ByteArrayOutputStream();
        var out = new java.io.ObjectOutputStream(bytes)) {
      out.writeObject(value);
      out.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
