package dev.outwork.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Names of properties, nested ones with dots: {@code topics.topicName}. */
final class Words {
  private final JsonNode root;
  private final Set<String> names = new TreeSet<>();
  private final Set<String> freely = new HashSet<>();
  private final Deque<String> references = new ArrayDeque<>();

  Words(JsonNode root) {
    this.root = root;
  }

  void add(String name) {
    names.add(name);
  }

  void addContent(JsonNode holder) {
    for (JsonNode mediaType : holder.path("content")) {
      addSchema("", mediaType.path("schema"));
    }
  }

  /** The names that the other lacks, except where it allows any content. */
  List<String> without(Words other) {
    return names.stream()
        .filter(name -> !other.names.contains(name))
        .filter(name -> other.freely.stream().noneMatch(name::startsWith))
        .filter(name -> other.hasOwner(name))
        .toList();
  }

  // Whether an outer name is missing itself, which covers the inner one.
  private boolean hasOwner(String name) {
    int end = name.lastIndexOf('.');
    return end < 0 || names.contains(name.substring(0, end));
  }

  private void addSchema(String prefix, JsonNode schema) {
    if (schema.has("$ref")) {
      follow(prefix, schema.path("$ref").asText());
      return;
    }
    for (String composition : List.of("allOf", "anyOf", "oneOf")) {
      schema.path(composition).forEach(part -> addSchema(prefix, part));
    }
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      names.add(prefix + property.getKey());
      addSchema(prefix + property.getKey() + ".", property.getValue());
    }
    if (schema.has("items")) {
      addSchema(prefix, schema.path("items"));
    }
    JsonNode values = schema.path("additionalProperties");
    if (values.isObject() && !values.isEmpty()) {
      names.add(prefix + "*");
      addSchema(prefix + "*.", values);
    }
    if (saysNothing(schema)) {
      freely.add(prefix);
    }
  }

  private static boolean saysNothing(JsonNode schema) {
    return schema.path("type").asText("object").equals("object")
        && Stream.of("properties", "allOf", "anyOf", "oneOf").noneMatch(schema::has)
        && !schema.path("additionalProperties").isObject();
  }

  private void follow(String prefix, String reference) {
    if (references.contains(reference)) {
      freely.add(prefix);
      return;
    }
    references.push(reference);
    addSchema(prefix, root.at(reference.substring(1)));
    references.pop();
  }
}
