package dev.outwork.it.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Fills the paths of the document with existing ids: the value of a parameter comes from the list
 * above it, or, without such a list, from the answers of all other lists.
 */
final class Places {
  private static final int MOST = 12;

  private final Client client;
  private final Map<String, Set<String>> byProperty = new HashMap<>();
  private final Map<String, List<String>> byParent = new HashMap<>();

  Places(Client client, ServedApi api) {
    this.client = client;
    for (ServedApi.Call call : api.calls()) {
      if (call.isGet() && !call.path().contains("{")) {
        remember(json(client.get(call.path() + "?maxResults=50")));
      }
    }
  }

  /** Paths of real things for a path of the document; none if nothing is known. */
  List<String> of(String path) {
    int start = path.indexOf('{');
    if (start < 0) {
      return List.of(path);
    }
    int end = path.indexOf('}', start);
    String parent = path.substring(0, start - 1);
    String rest = path.substring(end + 1);
    List<String> places = new ArrayList<>();
    for (String value : values(parent, path.substring(start + 1, end))) {
      places.addAll(of(parent + "/" + encoded(value) + rest));
      if (places.size() >= MOST) {
        break;
      }
    }
    return places;
  }

  /** One of those paths; null if nothing is known. */
  String any(String path, Random random) {
    int start = path.indexOf('{');
    if (start < 0) {
      return path;
    }
    int end = path.indexOf('}', start);
    String parent = path.substring(0, start - 1);
    List<String> values = values(parent, path.substring(start + 1, end));
    if (values.isEmpty()) {
      return null;
    }
    String value = values.get(random.nextInt(values.size()));
    return any(parent + "/" + encoded(value) + path.substring(end + 1), random);
  }

  /** Values of this property in the answers of lists. */
  List<String> known(String property) {
    return List.copyOf(byProperty.getOrDefault(property, Set.of()));
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private List<String> values(String parent, String parameter) {
    List<String> listed = byParent.computeIfAbsent(parent, this::listed);
    if (!listed.isEmpty()) {
      return listed;
    }
    Set<String> known = byProperty.getOrDefault(parameter, Set.of());
    return byProperty.getOrDefault(property(parent, parameter), known).stream()
        .limit(MOST)
        .toList();
  }

  /** As other lists call it: processDefinitionId, topicName. */
  private static String property(String parent, String parameter) {
    StringBuilder name = new StringBuilder();
    for (String word :
        (parent.substring(parent.lastIndexOf('/') + 1) + "-" + parameter).split("-")) {
      name.append(
          name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }

  private List<String> listed(String parent) {
    Answer answer = client.get(parent + "?maxResults=" + MOST);
    if (!answer.isSuccess()) {
      return List.of();
    }
    List<String> values = new ArrayList<>();
    JsonNode content = json(answer);
    if (content.isArray()) {
      content.forEach(
          entry -> {
            if (entry.isTextual() || entry.path("id").isTextual()) {
              values.add(entry.isTextual() ? entry.asText() : entry.path("id").asText());
            }
          });
    } else {
      content.fieldNames().forEachRemaining(values::add);
    }
    return values;
  }

  private void remember(JsonNode content) {
    for (JsonNode entry : content.isArray() ? content : List.of(content)) {
      for (Map.Entry<String, JsonNode> property : entry.properties()) {
        if (property.getValue().isTextual()) {
          byProperty
              .computeIfAbsent(property.getKey(), name -> new LinkedHashSet<>())
              .add(property.getValue().asText());
        }
      }
    }
  }

  private static JsonNode json(Answer answer) {
    try {
      return new ObjectMapper().readTree(answer.isJson() ? answer.body() : "{}");
    } catch (IOException e) {
      throw new IllegalStateException("Not JSON: " + answer, e);
    }
  }
}
