package dev.outwork.rest.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.api.Filter;
import dev.outwork.api.ListQuery;
import dev.outwork.api.Page;
import dev.outwork.api.SortKey;
import dev.outwork.rest.format.JsonFault;
import dev.outwork.rest.format.RestException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads one kind of list query from query parameters or from a JSON body. */
public final class ListQueryReader<F extends Enum<F> & Filter, S extends Enum<S> & SortKey> {
  private static final String OR_QUERIES = "orQueries";
  private static final List<String> NOT_IN_A_GROUP =
      List.of("sorting", "sortBy", "sortOrder", OR_QUERIES);

  private final ListVocabulary<F, S> vocabulary;

  public ListQueryReader(ListVocabulary<F, S> vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Unknown parameters are ignored. */
  public ListQuery<F, S> read(MultivaluedMap<String, String> parameters) {
    Case caseOfVariables =
        new Case(
            Boolean.parseBoolean(parameters.getFirst(Case.NAMES)),
            Boolean.parseBoolean(parameters.getFirst(Case.VALUES)));
    Map<F, Object> filters = new EnumMap<>(vocabulary.filterType());
    for (String name : parameters.keySet()) {
      String text = parameters.getFirst(name);
      refuse(name, !isNoCondition(text));
      vocabulary
          .filter(name)
          .map(filter -> parameter(name, text, filter.kind(), caseOfVariables))
          .ifPresent(value -> filters.put(vocabulary.filter(name).orElseThrow(), value));
    }
    return new ListQuery<>(
        filters,
        new SortingReader<>(vocabulary)
            .read(parameters.getFirst("sortBy"), parameters.getFirst("sortOrder")),
        page(parameters));
  }

  /** Filters and order come from the body, the page from the query parameters. */
  public ListQuery<F, S> read(ObjectNode body, MultivaluedMap<String, String> parameters) {
    ListQuery<F, S> query = read(body);
    return new ListQuery<>(query.filters(), query.orQueries(), query.sorting(), page(parameters));
  }

  /** Reads a query without a page. */
  public ListQuery<F, S> read(ObjectNode body) {
    return new ListQuery<>(
        filters(body), orQueries(body), new SortingReader<>(vocabulary).read(body), Page.ALL);
  }

  private Map<F, Object> filters(JsonNode body) {
    Case caseOfVariables =
        new Case(body.path(Case.NAMES).asBoolean(), body.path(Case.VALUES).asBoolean());
    Map<F, Object> filters = new EnumMap<>(vocabulary.filterType());
    for (Map.Entry<String, JsonNode> property : body.properties()) {
      String name = property.getKey();
      JsonNode sent = property.getValue();
      refuse(name, !isNoCondition(sent));
      vocabulary
          .filter(name)
          .map(filter -> property(name, sent, filter.kind(), caseOfVariables))
          .ifPresent(value -> filters.put(vocabulary.filter(name).orElseThrow(), value));
    }
    return filters;
  }

  private List<Map<F, Object>> orQueries(ObjectNode body) {
    JsonNode sent = body.path(OR_QUERIES);
    if (!vocabulary.hasOrQueries() || isNoCondition(sent)) {
      return List.of();
    }
    if (!sent.isArray()) {
      throw RestException.invalidRequest("'orQueries' is not an array of queries");
    }
    List<Map<F, Object>> groups = new ArrayList<>();
    for (JsonNode group : sent) {
      checkGroup(group);
      groups.add(filters(group));
    }
    return groups;
  }

  private static void checkGroup(JsonNode group) {
    if (!group.isObject()) {
      throw RestException.invalidRequest(
          "An entry of 'orQueries' is %s: it must be a query"
              .formatted(JsonFault.shorten(group.toString())));
    }
    for (String outside : NOT_IN_A_GROUP) {
      if (!isNoCondition(group.path(outside))) {
        throw RestException.invalidRequest(
            "Invalid query usage: cannot set '%s' within 'orQueries'".formatted(outside));
      }
    }
  }

  private void refuse(String name, boolean isCondition) {
    if (isCondition && vocabulary.refuses(name)) {
      throw RestException.invalidRequest(
          "Filter '%s' is not supported: ignoring it would return too many results"
              .formatted(name));
    }
  }

  private static boolean isNoCondition(String text) {
    return text == null || text.isEmpty() || text.equals("false");
  }

  private static boolean isNoCondition(JsonNode sent) {
    return sent.isMissingNode()
        || sent.isNull()
        || sent.isContainerNode() && sent.isEmpty()
        || sent.isBoolean() && !sent.booleanValue();
  }

  static Object parameter(String name, String text, Filter.Kind kind, Case variables) {
    try {
      return FilterValue.of(text, kind, variables);
    } catch (Unreadable e) {
      throw unreadableParameter(name, text, e);
    }
  }

  private static Object property(String name, JsonNode sent, Filter.Kind kind, Case variables) {
    try {
      return FilterValue.of(sent, kind, variables);
    } catch (Unreadable e) {
      throw RestException.invalidRequest(
          "Cannot set property '%s' to value '%s': %s"
              .formatted(name, JsonFault.shorten(sent.toString()), e.getMessage()));
    }
  }

  private static Page page(MultivaluedMap<String, String> parameters) {
    return Page.of(number("firstResult", parameters), number("maxResults", parameters));
  }

  private static Integer number(String name, MultivaluedMap<String, String> parameters) {
    String text = parameters.getFirst(name);
    return text == null ? null : (Integer) parameter(name, text, Filter.Kind.INTEGER, Case.MATTERS);
  }

  private static RestException unreadableParameter(String name, String text, Unreadable reason) {
    return RestException.invalidRequest(
        "Cannot set query parameter '%s' to value '%s': %s"
            .formatted(name, JsonFault.shorten(text), reason.getMessage()));
  }
}
