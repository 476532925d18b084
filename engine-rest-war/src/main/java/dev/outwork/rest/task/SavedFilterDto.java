package dev.outwork.rest.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.api.task.SavedFilter;
import dev.outwork.api.task.SavedFilterDetails;
import dev.outwork.rest.format.Json;
import dev.outwork.rest.format.RestException;

/**
 * A saved filter of tasks.
 *
 * @param resourceType always {@code Task}
 * @param query the body of a query for tasks, in which attributes can be expressions
 * @param itemCount the number of tasks that it finds, if requested
 */
public record SavedFilterDto(
    String id,
    String resourceType,
    String name,
    String owner,
    ObjectNode query,
    ObjectNode properties,
    @JsonInclude(JsonInclude.Include.NON_NULL) Long itemCount) {
  static final String TASK = "Task";

  static SavedFilterDto of(SavedFilter filter) {
    SavedFilterDetails details = filter.details();
    return new SavedFilterDto(
        filter.id(),
        TASK,
        details.name(),
        details.owner(),
        FilterQuery.shown(object(details.query())),
        details.properties() == null
            ? Json.MAPPER.createObjectNode()
            : object(details.properties()),
        null);
  }

  SavedFilterDto with(long count) {
    return new SavedFilterDto(id, resourceType, name, owner, query, properties, count);
  }

  /** What was sent, to be kept. */
  SavedFilterDetails details() {
    if (query == null) {
      throw RestException.invalidRequest("A filter needs a query");
    }
    return new SavedFilterDetails(
        name,
        owner,
        FilterQuery.of(query).text(),
        properties == null ? null : properties.toString());
  }

  private static ObjectNode object(String text) {
    try {
      return Json.MAPPER.readValue(text, ObjectNode.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A filter is kept that is not JSON", e);
    }
  }
}
