package dev.outwork.rest.query;

import static dev.outwork.api.externaltask.ExternalTaskFilter.ACTIVITY_ID_IN;
import static dev.outwork.api.externaltask.ExternalTaskFilter.LOCKED;
import static dev.outwork.api.externaltask.ExternalTaskFilter.LOCK_EXPIRATION_BEFORE;
import static dev.outwork.api.externaltask.ExternalTaskFilter.PRIORITY_HIGHER_THAN_OR_EQUALS;
import static dev.outwork.api.externaltask.ExternalTaskFilter.PROCESS_VARIABLES;
import static dev.outwork.api.externaltask.ExternalTaskFilter.TOPIC_NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.api.ListQuery;
import dev.outwork.api.ListQuery.Sort;
import dev.outwork.api.NotValidException;
import dev.outwork.api.Page;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.externaltask.ExternalTaskFilter;
import dev.outwork.api.externaltask.ExternalTaskSort;
import dev.outwork.api.variable.VariableCondition;
import dev.outwork.api.variable.VariableCondition.Operator;
import dev.outwork.api.variable.VariableCondition.TextOrDate;
import dev.outwork.rest.format.Json;
import dev.outwork.rest.format.RestException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListQueryReaderTest {
  private final ListQueryReader<ExternalTaskFilter, ExternalTaskSort> reader =
      new ListQueryReader<>(
          new ListVocabulary<>(ExternalTaskFilter.class, ExternalTaskSort.class, Set.of("ownedBy"))
              .alias("topic", TOPIC_NAME)
              .withOrQueries());

  @Test
  void a_query_string_and_a_body_say_the_same() {
    ListQuery<ExternalTaskFilter, ExternalTaskSort> fromParameters =
        parameters(
            "topicName=archive&activityIdIn=a,b&locked=true&priorityHigherThanOrEquals=-5"
                + "&lockExpirationBefore=2015-10-06T16:34:42.000+0200&processVariables=a_eq_x"
                + "&sortBy=taskPriority&sortOrder=desc");
    ListQuery<ExternalTaskFilter, ExternalTaskSort> fromBody =
        body(
            "{'topicName':'archive','activityIdIn':['a','b'],'locked':true,"
                + "'priorityHigherThanOrEquals':-5,"
                + "'lockExpirationBefore':'2015-10-06T16:34:42.000+0200',"
                + "'processVariables':[{'name':'a','operator':'eq','value':'x'}],"
                + "'sorting':[{'sortBy':'taskPriority','sortOrder':'desc'}]}");

    assertThat(fromBody).isEqualTo(fromParameters);
    assertThat(fromBody.filters())
        .isEqualTo(
            Map.of(
                TOPIC_NAME,
                "archive",
                ACTIVITY_ID_IN,
                List.of("a", "b"),
                LOCKED,
                true,
                PRIORITY_HIGHER_THAN_OR_EQUALS,
                -5L,
                LOCK_EXPIRATION_BEFORE,
                Instant.parse("2015-10-06T14:34:42Z"),
                PROCESS_VARIABLES,
                List.of(new VariableCondition("a", Operator.EQUALS, "x", false, false))));
    assertThat(fromBody.sorting())
        .containsExactly(new Sort<>(ExternalTaskSort.TASK_PRIORITY, false));
  }

  @Test
  void a_filter_that_restricts_nothing_adds_no_condition() {
    assertThat(parameters("locked=false&unknown=x&activityIdIn=").filters()).isEmpty();
    assertThat(
            body("{'locked':false,'topicName':null,'activityIdIn':[],'unknown':{},"
                    + "'processVariables':null,'orQueries':[],'ownedBy':null}")
                .filters())
        .isEmpty();
  }

  @Test
  void a_second_name_means_the_same_filter() {
    assertThat(parameters("topic=a").filters()).isEqualTo(Map.of(TOPIC_NAME, "a"));
  }

  @Test
  void a_filter_that_the_engine_has_not_is_refused_by_name() {
    assertInvalid(() -> parameters("ownedBy=x"), "Filter 'ownedBy' is not supported");
    assertInvalid(() -> body("{'ownedBy':['x']}"), "Filter 'ownedBy' is not supported");
    assertInvalid(
        () -> body("{'orQueries':[{'ownedBy':'x'}]}"), "Filter 'ownedBy' is not supported");
  }

  @Test
  void or_queries_are_groups_of_conditions() {
    assertThat(
            body("{'topicName':'archive','orQueries':[{'locked':true,'activityIdIn':['a']},{},"
                    + "{'variableNamesIgnoreCase':true,"
                    + "'processVariables':[{'name':'a','operator':'eq','value':'x'}]}]}")
                .orQueries())
        .containsExactly(
            Map.of(LOCKED, true, ACTIVITY_ID_IN, List.of("a")),
            Map.of(),
            Map.of(
                PROCESS_VARIABLES,
                List.of(new VariableCondition("a", Operator.EQUALS, "x", true, false))));
  }

  @Test
  void or_queries_have_no_order_and_no_groups_of_their_own() {
    assertInvalid(
        () -> body("{'orQueries':[{'sorting':[{'sortBy':'id','sortOrder':'asc'}]}]}"),
        "Invalid query usage: cannot set 'sorting' within 'orQueries'");
    assertInvalid(
        () -> body("{'orQueries':[{'sortBy':'id','sortOrder':'asc'}]}"),
        "Invalid query usage: cannot set 'sortBy' within 'orQueries'");
    assertInvalid(
        () -> body("{'orQueries':[{'orQueries':[{'locked':true}]}]}"),
        "Invalid query usage: cannot set 'orQueries' within 'orQueries'");
    assertInvalid(() -> body("{'orQueries':[null]}"), "An entry of 'orQueries' is null");
    assertInvalid(() -> body("{'orQueries':{'locked':true}}"), "'orQueries' is not an array");
  }

  @Test
  void a_list_without_or_queries_ignores_them_like_any_unknown_property()
      throws JsonProcessingException {
    ListQueryReader<ExternalTaskFilter, ExternalTaskSort> other =
        new ListQueryReader<>(
            new ListVocabulary<>(ExternalTaskFilter.class, ExternalTaskSort.class, Set.of()));

    assertThat(other.read(node("{'orQueries':[{'locked':true}]}")).orQueries()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "priorityHigherThanOrEquals, x",
    "priorityHigherThanOrEquals, 1.5",
    "locked, yes",
    "lockExpirationBefore, 2015-10-06",
    "lockExpirationBefore, \"2015-10-06T16:34:42.000+0200\"",
    "processVariables, a_eq",
    "processVariables, a_is_b",
    "processVariables, a_eq_b_eq_c",
    "maxResults, many",
    "sortBy, nothing"
  })
  void a_parameter_that_cannot_be_understood_is_reported(String name, String value) {
    MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
    parameters.putSingle("sortOrder", name.equals("sortBy") ? "asc" : null);
    parameters.putSingle(name, value);

    assertInvalid(
        () -> reader.read(parameters),
        "Cannot set query parameter '%s' to value '%s': ".formatted(name, value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'activityIdIn':'a'}",
        "{'activityIdIn':[null]}",
        "{'topicName':{}}",
        "{'locked':'perhaps'}",
        "{'priorityHigherThanOrEquals':99999999999999999999}",
        "{'processVariables':{}}",
        "{'processVariables':[{'name':'a','operator':'is','value':1}]}",
        "{'processVariables':[{'name':'a','value':1}]}",
        "{'sorting':'id'}",
        "{'sortBy':'id'}"
      })
  void a_body_that_cannot_be_understood_is_refused(String body) {
    assertThatExceptionOfType(RestException.class)
        .isThrownBy(() -> body(body))
        .satisfies(
            refusal -> {
              assertThat(refusal.status()).isEqualTo(400);
              assertThat(refusal.getMessage()).isNotBlank().doesNotContain("java.");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'sorting':[{'sortBy':'id'}]}",
        "{'sorting':[{'sortBy':'id','sortOrder':'up'}]}",
        "{'sorting':[{'sortBy':'nothing','sortOrder':'asc'}]}",
        "{'sorting':[null]}"
      })
  void an_order_without_a_key_or_a_direction_is_not_valid(String body) {
    assertThatExceptionOfType(NotValidException.class).isThrownBy(() -> body(body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sortBy=id", "sortOrder=asc"})
  void half_an_order_is_refused(String parameters) {
    assertInvalid(() -> parameters(parameters), "Only a single sorting parameter specified");
  }

  @Test
  void a_single_paging_parameter_is_sufficient() {
    assertThat(parameters("firstResult=5").page()).isEqualTo(new Page(5, Integer.MAX_VALUE));
    assertThat(parameters("maxResults=5").page()).isEqualTo(new Page(0, 5));
    assertThat(parameters("").page()).isEqualTo(Page.ALL);
  }

  @Test
  void a_body_is_paged_by_the_query_string() throws Exception {
    MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
    parameters.putSingle("maxResults", "7");

    assertThat(reader.read(node("{'maxResults':3}"), parameters).page()).isEqualTo(new Page(0, 7));
  }

  @Test
  void a_condition_in_the_query_string_may_contain_its_own_separator() {
    assertThat(conditions(parameters("processVariables=my_var_gteq_a_b,b_like_x%25")))
        .containsExactly(
            new VariableCondition("my_var", Operator.GREATER_OR_EQUALS, "a_b", false, false),
            new VariableCondition("b", Operator.LIKE, "x%25", false, false));
  }

  @Test
  void a_text_that_is_a_date_is_compared_as_both() {
    assertThat(
            conditions(
                body(
                    "{'processVariables':[{'name':'due','operator':'lt',"
                        + "'value':'2015-10-06T16:34:42.000+0200'}]}")))
        .extracting(VariableCondition::value)
        .containsExactly(
            new TextOrDate("2015-10-06T16:34:42.000+0200", Instant.parse("2015-10-06T14:34:42Z")));
  }

  @Test
  void the_case_of_names_and_values_is_ignored_if_asked() {
    assertThat(
            conditions(
                parameters(
                    "processVariables=a_eq_b&variableNamesIgnoreCase=true"
                        + "&variableValuesIgnoreCase=true")))
        .containsExactly(new VariableCondition("a", Operator.EQUALS, "b", true, true));
  }

  @Test
  void a_structure_cannot_be_compared_with() {
    assertThatExceptionOfType(ProcessEngineException.class)
        .isThrownBy(() -> body("{'processVariables':[{'name':'a','operator':'eq','value':{}}]}"))
        .withMessage("Object values cannot be used to query");
  }

  private List<?> conditionsOf(ListQuery<ExternalTaskFilter, ExternalTaskSort> query) {
    return query.value(PROCESS_VARIABLES, List.class).orElseThrow();
  }

  private List<VariableCondition> conditions(
      ListQuery<ExternalTaskFilter, ExternalTaskSort> query) {
    return conditionsOf(query).stream().map(VariableCondition.class::cast).toList();
  }

  private static void assertInvalid(Runnable reading, String message) {
    assertThatExceptionOfType(RestException.class)
        .isThrownBy(reading::run)
        .withMessageStartingWith(message)
        .satisfies(
            refusal -> {
              assertThat(refusal.status()).isEqualTo(400);
              assertThat(refusal.body().type()).isEqualTo("InvalidRequestException");
            });
  }

  private ListQuery<ExternalTaskFilter, ExternalTaskSort> parameters(String query) {
    MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
    for (String parameter : query.split("&")) {
      String[] parts = parameter.split("=", 2);
      if (parts.length == 2) {
        parameters.add(parts[0], parts[1]);
      }
    }
    return reader.read(parameters);
  }

  private ListQuery<ExternalTaskFilter, ExternalTaskSort> body(String json) {
    try {
      return reader.read(node(json));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static ObjectNode node(String json) throws JsonProcessingException {
    return Json.MAPPER.readValue(json.replace('\'', '"'), ObjectNode.class);
  }
}
