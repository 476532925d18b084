package dev.outwork.rest.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.rest.format.Json;
import dev.outwork.rest.format.RestDate;
import dev.outwork.rest.format.RestException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The query of a saved filter: the body of a query for tasks, in which an attribute can be an
 * expression, as {@code assigneeExpression}. Immutable.
 */
final class FilterQuery {
  private static final String EXPRESSION = "Expression";
  private static final String OR_QUERIES = "orQueries";
  private static final String SORTING = "sorting";
  private static final Set<String> VARIABLES =
      Set.of("processVariables", "taskVariables", "caseInstanceVariables");

  private final ObjectNode query;

  private FilterQuery(ObjectNode query) {
    this.query = query;
  }

  /**
   * Refuses what would be refused of a query, apart from its expressions. Null restricts nothing.
   */
  static FilterQuery of(ObjectNode sent) {
    ObjectNode query = withoutNull(sent);
    TaskLists.READER.read(withValues(query, expression -> null));
    return new FilterQuery(query);
  }

  private static ObjectNode withoutNull(ObjectNode sent) {
    ObjectNode query = Json.MAPPER.createObjectNode();
    for (Map.Entry<String, JsonNode> property : sent.properties()) {
      if (!property.getValue().isNull()) {
        query.set(property.getKey(), property.getValue());
      }
    }
    return query;
  }

  String text() {
    return query.toString();
  }

  /** The query with the lists that a task list expects in it. */
  static ObjectNode shown(ObjectNode kept) {
    ObjectNode query = kept.deepCopy();
    Stream.concat(VARIABLES.stream().sorted(), Stream.of(OR_QUERIES))
        .filter(name -> !query.has(name))
        .forEach(query::putArray);
    return query;
  }

  /**
   * This query, extended: of an attribute that both have, the other one's value counts. Conditions
   * on different variables, groups of filters and sort keys are added.
   */
  FilterQuery extendedBy(ObjectNode sent) {
    // As any other query: without expressions.
    TaskLists.READER.read(sent);
    ObjectNode both = query.deepCopy();
    for (Map.Entry<String, JsonNode> property : withoutNull(sent).properties()) {
      String name = property.getKey();
      JsonNode value = property.getValue();
      if (VARIABLES.contains(name)) {
        both.set(name, conditions(query.path(name), value));
      } else if (name.equals(OR_QUERIES) || name.equals(SORTING)) {
        both.set(name, joined(query.path(name), value));
      } else {
        both.remove(name + EXPRESSION);
        both.set(name, value);
      }
    }
    return of(both);
  }

  private static JsonNode joined(JsonNode first, JsonNode then) {
    if (!then.isArray()) {
      return then;
    }
    ArrayNode all = Json.MAPPER.createArrayNode();
    first.forEach(all::add);
    then.forEach(all::add);
    return all;
  }

  // A condition on the same variable replaces the one that was kept.
  private static JsonNode conditions(JsonNode kept, JsonNode sent) {
    ArrayNode others = Json.MAPPER.createArrayNode();
    for (JsonNode condition : kept) {
      if (!sent.findValues("name").contains(condition.path("name"))) {
        others.add(condition);
      }
    }
    return joined(others, sent);
  }

  /**
   * What is asked for now.
   *
   * @param value of an expression: a text, a date, a list of texts, or null
   */
  ObjectNode evaluated(Function<String, Object> value) {
    return withValues(query, value);
  }

  private static ObjectNode withValues(ObjectNode query, Function<String, Object> value) {
    ObjectNode evaluated = Json.MAPPER.createObjectNode();
    for (Map.Entry<String, JsonNode> property : query.properties()) {
      String name = property.getKey();
      if (TaskLists.EXPRESSIONS.contains(name)) {
        String attribute = name.substring(0, name.length() - EXPRESSION.length());
        evaluated.set(attribute, json(value.apply(text(name, property.getValue()))));
      } else if (name.equals(OR_QUERIES) && property.getValue().isArray()) {
        evaluated.set(name, groups(property.getValue(), value));
      } else {
        evaluated.set(name, property.getValue());
      }
    }
    return evaluated;
  }

  private static ArrayNode groups(JsonNode groups, Function<String, Object> value) {
    ArrayNode evaluated = Json.MAPPER.createArrayNode();
    for (JsonNode group : groups) {
      evaluated.add(group instanceof ObjectNode object ? withValues(object, value) : group);
    }
    return evaluated;
  }

  private static String text(String name, JsonNode expression) {
    if (!expression.isTextual()) {
      throw RestException.invalidRequest("'%s' is not a text".formatted(name));
    }
    return expression.textValue();
  }

  private static JsonNode json(Object value) {
    if (value instanceof List<?> list) {
      // An empty list would restrict nothing.
      return Json.MAPPER.valueToTree(list.isEmpty() ? List.of("") : list);
    }
    return Json.MAPPER.valueToTree(value instanceof Instant date ? RestDate.format(date) : value);
  }
}
