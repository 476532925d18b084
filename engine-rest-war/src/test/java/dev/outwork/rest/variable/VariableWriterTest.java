package dev.outwork.rest.variable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.rest.wire.Json;
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

  private static String written(TypedValue value) throws Exception {
    return Json.MAPPER.writeValueAsString(VariableWriter.write(value));
  }
}
