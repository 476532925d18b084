package dev.outwork.rest.variable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.rest.format.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariableWriterTest {
  @Test
  void null_has_a_type_and_a_value_info() throws Exception {
    assertThat(written(TypedValue.NULL))
        .isEqualTo("{\"type\":\"Null\",\"value\":null,\"valueInfo\":{}}");
  }

  @Test
  void a_file_is_described_but_not_sent() throws Exception {
    assertThat(written(TypedValue.file("a.txt", null, null, new byte[] {1})))
        .isEqualTo("{\"type\":\"File\",\"value\":null,\"valueInfo\":{\"filename\":\"a.txt\"}}");
  }

  @Test
  void bytes_are_base64() throws Exception {
    assertThat(written(TypedValue.of(ValueType.BYTES, new byte[] {1, 2, 3})))
        .contains("\"value\":\"AQID\"");
  }

  @Test
  void a_document_stays_a_string() throws Exception {
    assertThat(written(TypedValue.json("{\"a\":1}")))
        .contains("\"type\":\"Json\",\"value\":\"{\\\"a\\\":1}\"");
  }

  @Test
  void an_object_in_json_is_a_structure_with_all_its_digits_if_its_reader_wants_that()
      throws Exception {
    TypedValue value = object("application/json", "{\"a\":[1.10,12345678901234567890]}");

    assertThat(written(value)).contains("\"value\":\"{\\\"a\\\":[1.10,");
    assertThat(deserialized(value))
        .startsWith("{\"type\":\"Object\",\"value\":{\"a\":[1.10,12345678901234567890]},")
        .contains("\"serializationDataFormat\":\"application/json\"");
  }

  @Test
  void a_structure_without_a_type_is_a_json_or_a_structure_as_its_reader_wants() throws Exception {
    TypedValue value = TypedValue.structure(Map.of(), "{\"a\":[1.10]}");

    assertThat(written(value))
        .isEqualTo("{\"type\":\"Json\",\"value\":\"{\\\"a\\\":[1.10]}\",\"valueInfo\":{}}");
    assertThat(deserialized(value))
        .startsWith("{\"type\":\"Object\",\"value\":{\"a\":[1.10]},\"valueInfo\":{")
        .contains("\"objectTypeName\":\"java.util.LinkedHashMap\"")
        .contains("\"serializationDataFormat\":\"application/json\"");
    assertThat(deserialized(TypedValue.structure(List.of(), "[]")))
        .contains("\"value\":[]")
        .contains("\"objectTypeName\":\"java.util.ArrayList\"");
  }

  @Test
  void everything_else_looks_the_same_whatever_its_reader_wants() throws Exception {
    for (TypedValue value :
        List.of(
            object("application/xml", "<a/>"),
            object("application/json", null),
            TypedValue.json("{\"a\":1}"),
            TypedValue.of(ValueType.XML, "<a/>"),
            TypedValue.integer(5))) {
      assertThat(deserialized(value)).isEqualTo(written(value));
    }
  }

  @Test
  void a_text_that_only_claims_to_be_json_is_reported() {
    TypedValue broken = object("application/json", "{broken");

    assertThatThrownBy(() -> VariableWriter.write(broken, true))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageStartingWith("Cannot deserialize an object of format 'application/json': ")
        .hasMessageNotContaining("com.fasterxml");
    assertThatThrownBy(() -> VariableWriter.writeAll(Map.of("x", broken), true))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageStartingWith("Cannot get variable x: Cannot deserialize");
    assertThat(VariableWriter.writeAll(Map.of("x", broken), false)).containsKey("x");
  }

  @Test
  void in_a_list_only_unreadable_values_remain_texts() {
    TypedValue fine = object("application/json", "[1]");
    TypedValue broken = object("application/json", "{broken");

    Map<String, VariableValueDto> written =
        VariableWriter.writeReadable(Map.of("fine", fine, "broken", broken));

    assertThat(written.get("fine")).isEqualTo(VariableWriter.write(fine, true));
    assertThat(written.get("broken").value()).isEqualTo("{broken");
  }

  private static TypedValue object(String format, String text) {
    return new TypedValue(
        ValueType.OBJECT,
        text,
        Map.of(TypedValue.SERIALIZATION_DATA_FORMAT, format, TypedValue.OBJECT_TYPE_NAME, "a.B"));
  }

  private static String deserialized(TypedValue value) throws Exception {
    return Json.MAPPER.writeValueAsString(VariableWriter.write(value, true));
  }

  private static String written(TypedValue value) throws Exception {
    return Json.MAPPER.writeValueAsString(VariableWriter.write(value));
  }
}
