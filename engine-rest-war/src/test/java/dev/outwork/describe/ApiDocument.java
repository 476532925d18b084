package dev.outwork.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An OpenAPI document as a list of calls, each with the names that it takes and answers. */
record ApiDocument(Map<String, Call> calls) {
  private static final Set<String> METHODS =
      Set.of("get", "post", "put", "delete", "options", "head", "patch");

  /**
   * One method of one path.
   *
   * @param path with the parameter names of the document
   */
  record Call(String method, String path, Words takes, Words answers) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static ApiDocument read(InputStream document) throws IOException {
    JsonNode root = new ObjectMapper().readTree(document);
    Map<String, Call> calls = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          Call call =
              call(
                  operation.getKey().toUpperCase(Locale.ROOT),
                  path.getKey(),
                  operation.getValue(),
                  root);
          calls.put(sameForAll(call), call);
        }
      }
    }
    return new ApiDocument(calls);
  }

  // The names of path parameters do not matter.
  private static String sameForAll(Call call) {
    return call.toString().replaceAll("\\{[^}]*}", "{}");
  }

  private static Call call(String method, String path, JsonNode operation, JsonNode root) {
    Words takes = new Words(root);
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("in").asText().equals("query")) {
        takes.add(parameter.path("name").asText());
      }
    }
    takes.addContent(operation.path("requestBody"));
    Words answers = new Words(root);
    answers.addContent(operation.path("responses").path("200"));
    return new Call(method, path, takes, answers);
  }

  List<Call> without(ApiDocument other) {
    return calls.entrySet().stream()
        .filter(call -> !other.calls.containsKey(call.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The calls that both have, paired. */
  Map<Call, Call> sharedWith(ApiDocument other) {
    Map<Call, Call> shared = new LinkedHashMap<>();
    calls.forEach(
        (key, call) -> {
          if (other.calls.containsKey(key)) {
            shared.put(call, other.calls.get(key));
          }
        });
    return shared;
  }
}
