package dev.outwork.rest.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.rest.format.Json;
import dev.outwork.rest.format.RestException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries of saved filters (docs/rest-api.md, "Saved filters"). */
class FilterQueryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'assignee':'a'} | {'assignee':'b','name':'n'} | {'assignee':'b','name':'n'}",
        "{'assignee':'a'} | {'assignee':null} | {'assignee':'a'}",
        "{'assigneeExpression':'${a}'} | {'assignee':'b'} | {'assignee':'b'}",
        "{'sorting':[{'sortBy':'name','sortOrder':'asc'}]} | {'sorting':[{'sortBy':'id','sortOrder':'asc'}]}"
            + " | {'sorting':[{'sortBy':'name','sortOrder':'asc'},{'sortBy':'id','sortOrder':'asc'}]}",
        "{'orQueries':[{'name':'a'}]} | {'orQueries':[{'name':'b'}]} | {'orQueries':[{'name':'a'},{'name':'b'}]}",
        "{'processVariables':[{'name':'a','operator':'gt','value':1},{'name':'b','operator':'eq','value':2}]}"
            + " | {'processVariables':[{'name':'a','operator':'lt','value':9}]}"
            + " | {'processVariables':[{'name':'b','operator':'eq','value':2},{'name':'a','operator':'lt','value':9}]}",
      })
  void a_query_is_extended(String kept, String extension, String both) throws Exception {
    FilterQuery extended = FilterQuery.of(json(kept)).extendedBy(json(extension));

    assertThat(json(extended.text())).isEqualTo(json(both));
  }

  @Test
  void an_expression_has_its_value_when_the_query_is_executed() throws Exception {
    Map<String, Object> values =
        Map.of(
            "${user}", "mary",
            "${groups}", List.of("sales"),
            "${none}", List.of(),
            "${now}", Instant.parse("2026-03-01T09:00:00Z"));
    FilterQuery query =
        FilterQuery.of(
            json(
                "{'assigneeExpression':'${user}','candidateGroupsExpression':'${groups}',"
                    + "'dueAfterExpression':'${now}','orQueries':[{'ownerExpression':'${user}',"
                    + "'candidateGroupsExpression':'${none}'}]}"));

    ObjectNode evaluated = query.evaluated(values::get);

    // No group at all is not any group.
    assertThat(evaluated)
        .isEqualTo(
            json(
                "{'assignee':'mary','candidateGroups':['sales'],"
                    + "'dueAfter':'2026-03-01T09:00:00.000+0000',"
                    + "'orQueries':[{'owner':'mary','candidateGroups':['']}]}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'priority':'high'}",
        "{'sorting':[{'sortBy':'no','sortOrder':'asc'}]}",
        "{'assigneeExpression':5}",
        "{'orQueries':[{'sorting':[{'sortBy':'id','sortOrder':'asc'}]}]}"
      })
  void a_query_that_could_not_be_executed_is_not_kept(String query) {
    assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> FilterQuery.of(json(query)));
  }

  @Test
  void an_extension_that_cannot_be_read_or_has_an_expression_is_refused() throws Exception {
    FilterQuery query = FilterQuery.of(json("{}"));

    for (String extension : List.of("{'priority':'high'}", "{'assigneeExpression':'${a}'}")) {
      assertThatExceptionOfType(RestException.class)
          .isThrownBy(() -> query.extendedBy(json(extension)));
    }
  }

  @Test
  void a_query_is_shown_with_the_lists_that_a_task_list_expects() throws Exception {
    assertThat(FilterQuery.shown(json("{'name':'a','taskVariables':[]}")))
        .isEqualTo(
            json(
                "{'name':'a','taskVariables':[],'processVariables':[],"
                    + "'caseInstanceVariables':[],'orQueries':[]}"));
  }

  private static ObjectNode json(String text) throws JsonProcessingException {
    return Json.MAPPER.readValue(text.replace('\'', '"'), ObjectNode.class);
  }
}
