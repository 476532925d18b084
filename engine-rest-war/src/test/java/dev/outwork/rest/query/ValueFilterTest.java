package dev.outwork.rest.query;

import static dev.outwork.api.history.HistoricVariableInstanceFilter.VARIABLE_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.api.history.HistoricVariableInstanceFilter;
import dev.outwork.api.history.HistoricVariableInstanceSort;
import dev.outwork.api.variable.VariableCondition.TextOrDate;
import dev.outwork.rest.format.Json;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A filter by a plain value (docs/rest-api.md, "Lists"). */
class ValueFilterTest {
  private static final String DATE = "2015-10-06T16:34:42.000+0200";

  private final ListQueryReader<HistoricVariableInstanceFilter, HistoricVariableInstanceSort>
      reader =
          new ListQueryReader<>(
              new ListVocabulary<>(
                  HistoricVariableInstanceFilter.class,
                  HistoricVariableInstanceSort.class,
                  Set.of()));

  @Test
  void a_value_in_a_query_string_is_a_text_and_maybe_a_date_too() {
    assertThat(parameter("5")).isEqualTo("5");
    assertThat(parameter(DATE))
        .isEqualTo(new TextOrDate(DATE, Instant.parse("2015-10-06T14:34:42Z")));
  }

  @Test
  void a_value_in_a_body_is_what_it_is() {
    assertThat(property("5")).isEqualTo(5);
    assertThat(property("true")).isEqualTo(true);
    assertThat(property("\"red\"")).isEqualTo("red");
    assertThat(property("\"" + DATE + "\""))
        .isEqualTo(new TextOrDate(DATE, Instant.parse("2015-10-06T14:34:42Z")));
    assertThat(property("null")).isNull();
  }

  private Object parameter(String text) {
    return reader
        .read(new MultivaluedHashMap<>(Map.of("variableValue", text)))
        .filters()
        .get(VARIABLE_VALUE);
  }

  private Object property(String json) {
    try {
      ObjectNode body = Json.MAPPER.readValue("{\"variableValue\":" + json + "}", ObjectNode.class);
      return reader.read(body).filters().get(VARIABLE_VALUE);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
