package dev.outwork.describe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The OpenAPI document matches the resources. */
class OpenApiTest {
  private static JsonNode document;
  private static Map<String, JsonNode> operations;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream file =
        OpenApiTest.class.getResourceAsStream("/dev/outwork/rest/openapi/openapi.json")) {
      document = new ObjectMapper().readTree(file);
    }
    operations = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        operations.put(
            operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
            operation.getValue());
      }
    }
  }

  @Test
  void the_document_lists_exactly_the_resource_methods() {
    assertThat(operations.keySet()).isEqualTo(ResourceMethods.find());
  }

  @Test
  void the_document_states_version_licence_and_both_roots() {
    assertThat(document.path("openapi").asText()).startsWith("3.0");
    assertThat(document.at("/info/version").asText()).matches("\\d+\\.\\d+.*");
    assertThat(document.at("/info/license/name").asText()).isEqualTo("Apache-2.0");
    assertThat(document.path("servers").findValuesAsText("url"))
        .containsExactly("/engine-rest", "/engine-rest/engine/default");
  }

  @Test
  void operations_have_names_of_their_own() {
    List<String> names =
        operations.values().stream().map(one -> one.path("operationId").asText()).toList();

    assertThat(names).doesNotHaveDuplicates().doesNotContain("");
  }

  @Test
  void each_operation_says_what_it_answers() {
    List<String> silent = new ArrayList<>();
    operations.forEach(
        (name, operation) -> {
          JsonNode success = operation.at("/responses/200/content");
          boolean saysNothing =
              operation.at("/responses/200/description").asText().contains("no content");
          if (success.isMissingNode()
              ? !operation.path("responses").has("204") && !saysNothing
              : success.elements().next().path("schema").isEmpty()) {
            silent.add(name);
          }
        });

    assertThat(silent).as("methods that need @Answers").isEmpty();
  }

  @Test
  void each_operation_answers_a_failure_with_the_error_of_the_rest_api() {
    assertThat(operations.values())
        .allSatisfy(
            operation ->
                assertThat(operation.at("/responses/default/content").toString())
                    .contains("ErrorDto"));
    assertThat(operations.get("POST /deployment/create").toString()).contains("ParseErrorDto");
  }

  /** Lists have what one may see, and what one may not see does not exist. */
  @Test
  void operations_that_may_be_forbidden_say_so() {
    assertThat(List.of("POST /process-instance", "GET /process-instance/{id}", "GET /engine"))
        .noneMatch(OpenApiTest::mayBeForbidden);
    assertThat(
            List.of(
                "DELETE /process-instance/{id}",
                "GET /process-instance/{id}/variables",
                "GET /metrics/{name}/sum",
                "POST /deployment/create"))
        .allMatch(OpenApiTest::mayBeForbidden);
  }

  private static boolean mayBeForbidden(String name) {
    return operations.get(name).path("responses").has("403");
  }

  @Test
  void each_parameter_of_a_path_is_described() {
    operations.forEach(
        (name, operation) -> {
          Set<String> described = new TreeSet<>();
          operation
              .path("parameters")
              .forEach(
                  parameter -> {
                    if (parameter.path("in").asText().equals("path")) {
                      described.add("{" + parameter.path("name").asText() + "}");
                    }
                  });
          Set<String> named = new TreeSet<>(List.of(name.split("(?=\\{)|(?<=})")));
          named.removeIf(part -> !part.startsWith("{"));
          assertThat(described).as(name).isEqualTo(named);
        });
  }

  @Test
  void a_list_is_asked_for_by_its_filters_and_sort_keys() {
    String list = operations.get("GET /external-task").toString();

    assertThat(list).contains("\"topicName\"", "\"lockExpirationTime\"", "\"maxResults\"");
    assertThat(operations.get("GET /external-task/count").toString())
        .contains("\"topicName\"")
        .doesNotContain("\"sortBy\"");
    assertThat(document.at("/components/schemas/ExternalTaskQueryDto/properties").toString())
        .contains("\"topicName\"", "\"sorting\"");
  }

  @Test
  void descriptions_are_not_visible() {
    assertThat(document.toString()).doesNotContain("x-anything").doesNotContain("dev.outwork");
  }
}
