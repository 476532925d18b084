package dev.outwork.describe;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The schemas that operations refer to, directly or indirectly. */
@SuppressWarnings("rawtypes") // Swagger's own maps of schemas are raw.
final class Reachable {
  private final Map<String, Schema> schemas;
  private final List<Operation> operations;

  Reachable(OpenAPI api) {
    this.schemas = api.getComponents().getSchemas();
    this.operations =
        api.getPaths().values().stream()
            .map(PathItem::readOperations)
            .flatMap(List::stream)
            .toList();
  }

  Set<String> fromRequests() {
    return reachable(requests());
  }

  Set<String> fromAnywhere() {
    return reachable(Stream.concat(requests(), responses()));
  }

  private Stream<Content> requests() {
    return operations.stream()
        .map(Operation::getRequestBody)
        .filter(Objects::nonNull)
        .map(RequestBody::getContent);
  }

  private Stream<Content> responses() {
    return operations.stream()
        .flatMap(operation -> operation.getResponses().values().stream())
        .map(ApiResponse::getContent)
        .filter(Objects::nonNull);
  }

  private Set<String> reachable(Stream<Content> contents) {
    Deque<Schema<?>> open = new ArrayDeque<>();
    contents.forEach(content -> content.values().forEach(type -> open.add(type.getSchema())));
    Set<String> names = new HashSet<>();
    while (!open.isEmpty()) {
      Schema<?> schema = open.remove();
      String name = Schemas.referred(schema);
      if (name != null && names.add(name)) {
        open.add(schemas.get(name));
      }
      parts(schema).forEach(open::add);
    }
    return names;
  }

  /** The direct parts of a schema; references are not followed. */
  static Stream<Schema<?>> parts(Schema<?> schema) {
    List<Schema<?>> parts = new ArrayList<>();
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(parts::add);
    }
    if (schema.getAllOf() != null) {
      schema.getAllOf().forEach(parts::add);
    }
    if (schema.getAnyOf() != null) {
      schema.getAnyOf().forEach(parts::add);
    }
    if (schema.getItems() != null) {
      parts.add(schema.getItems());
    }
    if (schema.getAdditionalProperties() instanceof Schema<?> values) {
      parts.add(values);
    }
    return parts.stream();
  }
}
