package dev.outwork.rest.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.outwork.api.Filter;
import dev.outwork.rest.format.Json;
import dev.outwork.rest.format.JsonFault;
import java.time.Instant;
import java.util.List;

/**
 * Converts the value sent for a filter to the object that the engine expects; null restricts
 * nothing.
 */
final class FilterValue {
  private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};

  private FilterValue() {}

  static Object of(String text, Filter.Kind kind, Case variables) {
    return switch (kind) {
      case STRING -> text;
      case STRINGS -> text.isEmpty() ? null : (Object) List.of(text.split(",", -1));
      case VARIABLE_CONDITIONS -> orNull(VariableConditionReader.read(text, variables));
      case DATE -> date(text);
      case VALUE -> VariableConditionReader.value(text);
      case FLAG, INTEGER, LONG -> of(TextNode.valueOf(text), kind, variables);
    };
  }

  static Object of(JsonNode sent, Filter.Kind kind, Case variables) {
    if (sent.isNull()) {
      return null;
    }
    try {
      return switch (kind) {
        case STRING -> Json.MAPPER.treeToValue(sent, String.class);
        case STRINGS -> orNull(withoutNull(Json.MAPPER.treeToValue(sent, STRINGS)));
        case FLAG -> onlyTrue(Json.MAPPER.treeToValue(sent, Boolean.class));
        case INTEGER -> Json.MAPPER.treeToValue(sent, Integer.class);
        case LONG -> Json.MAPPER.treeToValue(sent, Long.class);
        case DATE -> Json.MAPPER.treeToValue(sent, Instant.class);
        case VARIABLE_CONDITIONS -> orNull(VariableConditionReader.read(sent, variables));
        case VALUE -> VariableConditionReader.value(Json.MAPPER.treeToValue(sent, Object.class));
      };
    } catch (JsonProcessingException e) {
      throw new Unreadable(JsonFault.reason(e));
    }
  }

  private static Object date(String text) {
    if (text.startsWith("\"") || text.endsWith("\"")) {
      throw new Unreadable("a date is not quoted");
    }
    return of(TextNode.valueOf(text), Filter.Kind.DATE, Case.MATTERS);
  }

  private static Boolean onlyTrue(Boolean flag) {
    return Boolean.TRUE.equals(flag) ? flag : null;
  }

  private static List<String> withoutNull(List<String> texts) {
    if (texts.stream().anyMatch(text -> text == null)) {
      throw new Unreadable("the list contains null");
    }
    return texts;
  }

  private static <T> List<T> orNull(List<T> list) {
    return list.isEmpty() ? null : list;
  }
}
