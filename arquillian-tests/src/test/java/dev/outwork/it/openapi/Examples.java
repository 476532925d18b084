package dev.outwork.it.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A value that fits a schema. */
final class Examples {
  private static final String DATE = "2015-10-06T16:34:42.000+0200";

  /** As it stands in a query string. */
  String text(JsonNode schema) {
    if (schema.has("example")) {
      return schema.path("example").asText();
    }
    if (schema.path("format").asText().equals("date-time")) {
      return DATE;
    }
    if (schema.has("enum")) {
      return schema.path("enum").get(0).asText();
    }
    return switch (schema.path("type").asText()) {
      case "integer" -> "1";
      case "boolean" -> "true";
      case "array" -> "a,b";
      default -> "a";
    };
  }

  String json(JsonNode schema, ServedApi api) {
    return switch (schema.path("type").asText()) {
      case "integer", "boolean" -> text(schema);
      case "array" -> "[" + json(api.resolved(schema.path("items")), api) + "]";
      case "object" -> object(schema, api);
      default -> "\"" + text(schema) + "\"";
    };
  }

  private String object(JsonNode schema, ServedApi api) {
    List<String> pairs = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      pairs.add(
          "\"%s\": %s".formatted(property.getKey(), json(api.resolved(property.getValue()), api)));
    }
    return "{" + String.join(", ", pairs) + "}";
  }
}
