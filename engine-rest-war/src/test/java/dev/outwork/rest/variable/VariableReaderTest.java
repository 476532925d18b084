package dev.outwork.rest.variable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.rest.format.Json;
import dev.outwork.rest.format.RestException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariableReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Boolean | true        | true",
        "Boolean | 'true'      | true",
        "Boolean | 'TRUE'      | true",
        "Boolean | ' True '    | true",
        "Boolean | 'FALSE'     | false",
        "Boolean | 'False'     | false",
        "Short   | 5           | 5",
        "Integer | 5           | 5",
        "integer | '5'         | 5",
        "Long    | 3000000000  | 3000000000",
        "Long    | '-7'        | -7",
        "Double  | 2           | 2.0",
        "Double  | '2.5'       | 2.5",
        "Double  | 0.1         | 0.1",
        "String  | 'a'         | a",
        "String  | 5           | 5",
        "String  | true        | true",
        "String  | {'a':1}     | {a=1}",
        "Json    | '[1]'       | [1]",
        "Xml     | '<a/>'      | <a/>"
      })
  void a_typed_value_is_read_as_its_type(String type, String value, String expected) {
    TypedValue read = read("{'type':'%s','value':%s}".formatted(type, value));

    assertThat(read.type().typeName()).isEqualToIgnoringCase(type);
    assertThat(read.value()).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Boolean | 1          | java.lang.Boolean",
        "Boolean | 'yes'      | java.lang.Boolean",
        "Boolean | 'TrUe'     | java.lang.Boolean",
        "Short   | 70000      | java.lang.Short",
        "Integer | 5.0        | java.lang.Integer",
        "Integer | 3000000000 | java.lang.Integer",
        "Integer | 'x'        | java.lang.Integer",
        "Integer | true       | java.lang.Integer",
        "Long    | 9999999999999999999 | java.lang.Long",
        "Double  | 'x'        | java.lang.Double",
        "Double  | 1e999      | java.lang.Double",
        "Date    | 1444142082000 | java.util.Date",
        "Date    | '2015-10-06'  | java.util.Date",
        "Bytes   | '***'      | [B",
        "Null    | 1          | java.lang.Void",
        "Json    | {}         | java.lang.String",
        "Object  | 5          | java.lang.String"
      })
  void a_value_that_is_not_of_its_type_is_refused(String type, String value, String javaType) {
    assertThatExceptionOfType(RestException.class)
        .isThrownBy(() -> read("{'type':'%s','value':%s}".formatted(type, value)))
        .withMessageStartingWith("Cannot convert value '")
        .withMessageEndingWith("' of type '%s' to java type %s".formatted(type, javaType))
        .satisfies(
            refusal -> {
              assertThat(refusal.status()).isEqualTo(400);
              assertThat(refusal.body().type()).isEqualTo("InvalidRequestException");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"Short", "Integer", "Long", "Double", "Boolean", "Date"})
  void an_empty_string_is_null_of_that_type(String type) {
    TypedValue read = read("{'type':'%s','value':''}".formatted(type));

    assertThat(read).isEqualTo(TypedValue.of(ValueType.named(type).orElseThrow(), null));
  }

  @Test
  void a_date_keeps_its_instant() {
    assertThat(read("{'type':'Date','value':'2015-10-06T16:34:42.000+0200'}").value())
        .isEqualTo(Instant.parse("2015-10-06T14:34:42Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "true       | BOOLEAN | true",
        "'a'        | STRING  | a",
        "5          | INTEGER | 5",
        "3000000000 | LONG    | 3000000000",
        "2.5        | DOUBLE  | 2.5",
        "{'a':[1,2.50]} | JSON | {\"a\":[1,2.50]}",
        "[]         | JSON    | []",
        "9999999999999999999 | JSON | 9999999999999999999"
      })
  void a_value_without_a_type_speaks_for_itself(String value, ValueType type, String expected) {
    TypedValue read = read("{'value':%s}".formatted(value));

    assertThat(read.type()).isEqualTo(type);
    assertThat(read.value()).hasToString(expected);
  }

  @Test
  void a_structure_without_a_type_is_told_from_a_json() {
    assertThat(read("{'value':{'a':[1,2.50]}}"))
        .isEqualTo(TypedValue.structure(Map.of(), "{\"a\":[1,2.50]}"));
    assertThat(read("{'value':[1]}")).isEqualTo(TypedValue.structure(List.of(), "[1]"));
    assertThat(read("{'value':9999999999999999999}"))
        .isEqualTo(TypedValue.structure(BigInteger.TEN, "9999999999999999999"));
    assertThat(read("{'value':[1],'valueInfo':{'transient':true}}").isTransient()).isTrue();
    assertThat(read("{'type':'Json','value':'[1]','valueInfo':{'objectTypeName':'a.B'}}"))
        .isEqualTo(TypedValue.json("[1]"));
  }

  @Test
  void nothing_at_all_is_null() {
    assertThat(read("{}")).isEqualTo(TypedValue.NULL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"STRING", "Foo", "Number", ""})
  void an_unknown_type_is_refused(String type) {
    assertThatExceptionOfType(RestException.class)
        .isThrownBy(() -> read("{'type':'%s','value':1}".formatted(type)))
        .satisfies(
            refusal -> {
              assertThat(refusal.status()).isEqualTo(400);
              assertThat(refusal.body().type()).isEqualTo("RestException");
            })
        .withMessage("Unsupported value type '%s'", type);
  }

  @Test
  void a_file_is_read_with_either_spelling_of_its_media_type() {
    TypedValue read =
        read(
            "{'type':'File','value':'aGFsbG8=',"
                + "'valueInfo':{'filename':'a.txt','mimetype':'text/plain','other':1}}");

    assertThat((byte[]) read.value()).asString(StandardCharsets.UTF_8).isEqualTo("hallo");
    assertThat(read.valueInfo()).isEqualTo(Map.of("filename", "a.txt", "mimeType", "text/plain"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'File','value':'aGFsbG8='}",
        "{'type':'File','value':null,'valueInfo':{'filename':'a.txt'}}",
        "{'type':'String','value':'a','valueInfo':{'transient':'yes'}}"
      })
  void a_value_that_cannot_be_stored_is_the_clients_mistake(String value) {
    assertThatExceptionOfType(RestException.class)
        .isThrownBy(() -> read(value))
        .extracting(RestException::status)
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'Object','value':'{}'}",
        "{'type':'Object','value':'{}','valueInfo':{'serializationDataFormat':'application/foo'}}",
        "{'type':'Object','value':'{}','valueInfo':{'serializationDataFormat':'application/json'}}",
        "{'type':'Object','value':'rO0=','valueInfo':{'objectTypeName':'a.B',"
            + "'serializationDataFormat':'application/x-java-serialized-object'}}"
      })
  void an_object_that_no_serializer_takes_fails_in_the_engine(String value) {
    assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(() -> read(value));
  }

  @Test
  void an_object_is_taken_as_its_text() {
    TypedValue read =
        read(
            "{'type':'Object','value':'{}','valueInfo':"
                + "{'objectTypeName':'a.B','serializationDataFormat':'application/json'}}");

    assertThat(read.value()).isEqualTo("{}");
    assertThat(read.valueInfo()).containsOnlyKeys("objectTypeName", "serializationDataFormat");
  }

  @Test
  void a_map_names_the_entry_that_is_null() {
    Map<String, VariableValueDto> sent = new HashMap<>();
    sent.put("order", null);

    assertThatExceptionOfType(RestException.class)
        .isThrownBy(() -> VariableReader.readAll(sent, "Cannot modify variables: "))
        .withMessage(
            "Cannot modify variables: Variable 'order' is null, which is not an object with a 'value'");
  }

  private static TypedValue read(String json) {
    try {
      return VariableReader.read(
          Json.MAPPER.readValue(json.replace('\'', '"'), VariableValueDto.class));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
