package dev.outwork.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The contract of docs/rest-api.md, "Objects and structures": a structure that was sent without a
 * type, and how readers get it.
 */
class StructuresContractIT extends StandingInstance {
  private static final String STRUCTURE = "\"type\":\"Object\",\"value\":{\"id\":7,\"sum\":5.0}";
  private static final String TEXT =
      "\"type\":\"Json\",\"value\":\"{\\\"id\\\":7,\\\"sum\\\":5.0}\",\"valueInfo\":{}";

  @BeforeEach
  void setStructures() {
    String body = "{\"modifications\":{\"order\":{\"value\":{\"id\":7,\"sum\":5.0}}}}";
    answers("POST /process-instance/<instance>/variables", body, 204, null);
    answers("POST /execution/<work>/localVariables", body, 204, null);
    name("task", ask("GET /task?processInstanceId=<instance>", null).path("[0].id"));
    answers("POST /task/<task>/localVariables", body, 204, null);
    name("order", idOf("executionIdIn=<instance>"));
  }

  private String idOf(String which) {
    return ask("GET /variable-instance?variableName=order&" + which, null).path("[0].id");
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/contract/structures/is-a-structure-unless-its-reader-wants-the-text.csv",
      delimiter = '|',
      quoteCharacter = '\'')
  void is_a_structure_unless_its_reader_wants_the_text(String request, String parameter) {
    String body = request.startsWith("POST") ? "{\"variableName\":\"order\"}" : null;

    for (String whole : List.of("", "?" + parameter + "=true")) {
      answers(request + whole, body, 200, STRUCTURE);
      answers(request + whole, body, 200, "\"objectTypeName\":\"java.util.LinkedHashMap\"");
      answers(request + whole, body, 200, "\"serializationDataFormat\":\"application/json\"");
    }
    answers(request + "?" + parameter + "=false", body, 200, TEXT);
  }

  @Test
  void is_a_structure_in_a_list_of_tasks() {
    String list = "GET /task?processInstanceId=<instance>";

    answers(list + "&withTaskVariablesInReturn=true", null, 200, STRUCTURE);
    answers(list + "&withTaskLocalVariablesInReturn=true", null, 200, STRUCTURE);
  }

  @Test
  void is_a_structure_for_a_worker_that_asks_for_it() {
    assertThat(fetched("").toString()).contains("{\"id\":7,\"sum\":5.0}").contains("type=Json");
    assertThat(fetched(",\"deserializeValues\":false")).isEqualTo(fetched(""));
    assertThat(fetched(",\"deserializeValues\":true"))
        .containsEntry("type", "Object")
        .containsEntry("value", Map.of("id", 7, "sum", 5.0f));
  }

  @Test
  void invalid_json_does_not_affect_other_values() {
    answers(
        "PUT /process-instance/<instance>/variables/broken",
        "{\"type\":\"Object\",\"value\":\"{\",\"valueInfo\":{\"objectTypeName\":\"a.B\",\"serializationDataFormat\":\"application/json\"}}",
        204,
        null);

    assertThat(fetched(",\"deserializeValues\":true")).containsEntry("type", "Object");
    answers("GET /task?withTaskVariablesInReturn=true", null, 200, STRUCTURE);
    answers("GET /task?withTaskVariablesInReturn=true", null, 200, "\"value\":\"{\"");
  }

  private Map<String, Object> fetched(String more) {
    Map<String, Object> order =
        answers(
                "POST /external-task/fetchAndLock",
                "{\"workerId\":\"w\",\"maxTasks\":1,\"topics\":[{\"topicName\":\"standing\",\"lockDuration\":9000%s}]}"
                    .formatted(more),
                200,
                null)
            .path("[0].variables.order");
    name("locked", ask("GET /external-task?processInstanceId=<instance>", null).path("[0].id"));
    answers("POST /external-task/<locked>/unlock", null, 204, null);
    return order;
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/contract/structures/comes-back-as-it-was-sent.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void comes_back_as_it_was_sent(String sent, String objectTypeName) {
    String order = "/process-instance/<instance>/variables/order";
    answers("PUT " + order, "{\"value\":%s}".formatted(sent), 204, null);

    answers("GET " + order, null, 200, "{\"type\":\"Object\",\"value\":%s,".formatted(sent));
    answers("GET " + order, null, 200, "\"objectTypeName\":\"%s\"".formatted(objectTypeName));
  }

  @Test
  void a_json_is_a_text_for_everybody() {
    String order = "/process-instance/<instance>/variables/order";
    answers("PUT " + order, "{\"type\":\"Json\",\"value\":\"{\\\"id\\\":7}\"}", 204, null);

    for (String parameter : List.of("", "?deserializeValue=true", "?deserializeValue=false")) {
      answers(
          "GET " + order + parameter, null, 200, "\"type\":\"Json\",\"value\":\"{\\\"id\\\":7}\"");
    }
  }

  @Test
  void is_a_text_in_the_answer_to_what_sets_it() {
    answers(
        "POST /process-definition/key/standing/start",
        "{\"variables\":{\"order\":{\"value\":{\"id\":7,\"sum\":5.0}}},\"withVariablesInReturn\":true}",
        200,
        TEXT);
    answers("POST /task/<task>/complete", "{\"withVariablesInReturn\":true}", 200, TEXT);
  }

  @Test
  void is_nothing_to_look_for() {
    String keys =
        "{\"messageName\":\"standing-paid\",\"correlationKeys\":{\"order\":{\"value\":{\"id\":7}}}}";

    refuses(
        "POST /message",
        keys,
        500,
        "ProcessEngineException",
        0,
        "Object values cannot be used to query");
  }
}
