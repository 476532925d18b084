package dev.outwork.rest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonProviderTest {
  private final JsonProvider provider = new JsonProvider();

  record Body(
      String text,
      int number,
      Long wide,
      boolean flag,
      List<String> list,
      Instant date,
      Body inner) {
    static final Body EMPTY = new Body(null, 0, null, false, null, null, null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{}", " \n", "{\"unknown\":{\"deep\":[1]}}"})
  void nothing_counts_as_an_empty_object(String body) {
    assertThat(read(body)).isEqualTo(Body.EMPTY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'number':'5'}   | 5",
        "{'number':null}  | 0",
        "{'number':''}    | 0",
        "{'number':2.7}   | 2"
      })
  void a_number_is_read_from_whatever_clients_send(String body, int expected) {
    assertThat(read(body).number()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'text':'a\\u0000b'}",
        "{'list':['\\u0000']}",
        "{'inner':{'text':'\\u0000'}}",
        "{'\\u0000':1}"
      })
  void the_character_nul_is_refused_wherever_it_stands(String body) {
    assertThatExceptionOfType(RestException.class)
        .isThrownBy(() -> read(body))
        .withMessageContaining("NUL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'flag':true}", "{'flag':'true'}", "{'flag':1}"})
  void a_flag_is_read_from_whatever_clients_send(String body) {
    assertThat(read(body).flag()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'list':'a'} | Cannot read property 'list': expected an array",
        "{'inner':{'wide':'x'}} | Cannot read property 'inner.wide':"
            + " expected a 64-bit integer, not 'x'",
        "{'date':'2015'} | Cannot read property 'date':"
            + " expected a date such as 2015-10-06T16:34:42.000+0200, not '2015'",
        "{'inner':[]} | Cannot read property 'inner': expected an object",
        "{'text':'a','number':1,'wide':1,'flag':true,'list':[],'date':'','inner':{},'text':'b'}"
            + " | Cannot read property 'text': it occurs twice",
        "[] | Cannot read the JSON body at line 1, column 1: expected an object",
        "{'flag': | Cannot read the JSON body at line 1, column 9:"
            + " Unexpected end-of-input within/between Object entries"
      })
  void unreadable_json_is_reported_with_its_position_and_without_class_names(
      String body, String message) {
    assertThatExceptionOfType(RestException.class)
        .isThrownBy(() -> read(body))
        .withMessage(message)
        .extracting(RestException::status)
        .isEqualTo(400);
  }

  @Test
  void a_document_that_nests_too_deeply_is_refused_without_naming_a_class() {
    String deep = "{'unknown':" + "[".repeat(1000) + "]".repeat(1000) + "}";

    assertThatExceptionOfType(RestException.class)
        .isThrownBy(() -> read(deep))
        .withMessageContaining("nesting depth")
        .withMessageNotContaining("StreamRead");
  }

  @Test
  void a_body_that_turns_out_too_long_is_refused_as_such() {
    String body = "{'inner':{'text':'" + "a".repeat(100_000) + "'}}";

    assertThatExceptionOfType(RestException.class)
        .isThrownBy(() -> read(new LimitedStream(stream(body), 50_000)))
        .extracting(RestException::status)
        .isEqualTo(413);
  }

  @Test
  void null_is_written_and_never_left_out() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();

    provider.writeTo(
        new CountAndName(3, null),
        CountAndName.class,
        CountAndName.class,
        new Annotation[0],
        MediaType.APPLICATION_JSON_TYPE,
        new MultivaluedHashMap<>(),
        written);

    assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("{\"count\":3,\"name\":null}");
  }

  record CountAndName(int count, String name) {}

  private Body read(String body) {
    return read(stream(body));
  }

  @SuppressWarnings("unchecked")
  private Body read(InputStream body) {
    try {
      return (Body)
          provider.readFrom(
              (Class<Object>) (Class<?>) Body.class,
              Body.class,
              new Annotation[0],
              MediaType.APPLICATION_JSON_TYPE,
              new MultivaluedHashMap<>(),
              body);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static InputStream stream(String body) {
    return new ByteArrayInputStream(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
