package dev.outwork.it.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outwork.it.openapi.ServedApi.Call;
import dev.outwork.it.server.OnServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server does what its OpenAPI document says. */
class OpenApiIT extends OnServer {
  private Client client;
  private ServedApi api;

  @BeforeEach
  void read() throws IOException {
    client = new Client(rest().root());
    Answer document = client.get("/openapi.json");
    assertThat(document.mediaType()).isEqualTo("application/json");
    api = new ServedApi(document.body());
  }

  @Test
  void the_engine_name_is_an_alternative_root() {
    assertThat(client.get("/engine/default/openapi.json")).isEqualTo(client.get("/openapi.json"));
  }

  @Test
  void every_call_of_the_document_exists() {
    List<String> missing = new ArrayList<>();
    for (Call call : api.calls()) {
      Answer answer = client.send(Sent.json(call.method(), anywhere(call), "{}"));
      if (isMissing(call, answer)) {
        missing.add(call + " was answered " + answer);
      }
    }

    assertThat(missing).isEmpty();
  }

  // According to JAX-RS; a resource may return the same for a missing element.
  private static boolean isMissing(Call call, Answer answer) {
    return answer.body().contains("HTTP 404 Not Found: path '")
        || answer
            .body()
            .contains("HTTP 405 Method Not Allowed: %s on path '".formatted(call.method()))
        || !answer.isJson() && (answer.status() == 404 || answer.status() == 405);
  }

  /** What is only answered to those who have a name; IdentityIT asks with one. */
  private static final Set<String> OF_ONESELF =
      Set.of("/authorization/check", "/group/{id}", "/tenant/{id}");

  @Test
  void every_answer_to_a_get_has_the_documented_shape() throws IOException {
    new World(rest()).populate();
    Places places = new Places(client, api);
    List<String> faults = new ArrayList<>();
    List<Call> gets = api.calls().stream().filter(Call::isGet).toList();
    List<Call> succeeded = new ArrayList<>();

    for (Call call : gets) {
      for (String path : places.of(call.path())) {
        Answer answer = client.get(path);
        api.faults(call, answer).forEach(fault -> faults.add(path + ": " + fault));
        if (answer.isSuccess() && !succeeded.contains(call)) {
          succeeded.add(call);
        }
      }
    }

    assertThat(faults).isEmpty();
    List<Call> unanswered = new ArrayList<>(gets);
    unanswered.removeAll(succeeded);
    unanswered.removeIf(call -> OF_ONESELF.contains(call.path()));
    assertThat(unanswered)
        .as("calls that nothing in the test's world could be asked for by")
        .hasSizeLessThan(gets.size() / 8);
  }

  @Test
  void every_parameter_of_a_list_is_taken() {
    List<String> refused = new ArrayList<>();
    for (Call call : api.calls()) {
      boolean isList = !call.path().contains("{") && !OF_ONESELF.contains(call.path());
      if (call.isGet() && isList) {
        for (JsonNode parameter : call.queryParameters()) {
          String path = call.path() + "?" + assignment(parameter);
          Answer answer = client.get(path);
          if (!answer.isSuccess()) {
            refused.add(path + " was answered " + answer);
          }
          api.faults(call, answer).forEach(fault -> refused.add(path + ": " + fault));
        }
      }
    }

    assertThat(refused).isEmpty();
  }

  @Test
  void every_property_of_a_query_is_taken() {
    List<String> refused = new ArrayList<>();
    for (Call call : api.calls()) {
      JsonNode query = api.resolved(call.body("application/json"));
      // A saved filter takes the same properties as the list of tasks.
      if (query.path("properties").has("sortBy") && !call.path().contains("{")) {
        for (Map.Entry<String, JsonNode> property : query.path("properties").properties()) {
          String body = "{" + pair(property.getKey(), property.getValue()) + "}";
          Answer answer = client.send(Sent.json(call.method(), anywhere(call), body));
          if (!answer.isSuccess()) {
            refused.add(call + " " + body + " was answered " + answer);
          }
        }
      }
    }

    assertThat(refused).isEmpty();
  }

  private static String anywhere(Call call) {
    return call.path().replaceAll("\\{[^}]*}", "no-such-thing");
  }

  private static String assignment(JsonNode parameter) {
    String name = parameter.path("name").asText();
    String value = Places.encoded(new Examples().text(parameter.path("schema")));
    return switch (name) {
      case "sortBy" -> "sortBy=" + value + "&sortOrder=asc";
      case "sortOrder" -> "";
      case "variableValue" -> "variableName=a&variableValue=" + value;
      default -> name + "=" + value;
    };
  }

  private String pair(String name, JsonNode schema) {
    String value = "\"" + name + "\": " + new Examples().json(api.resolved(schema), api);
    return switch (name) {
      case "sortBy" -> value + ", \"sortOrder\": \"asc\"";
      case "sortOrder" -> "";
      case "variableValue" -> value + ", \"variableName\": \"a\"";
      default -> value;
    };
  }
}
