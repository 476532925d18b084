package dev.outwork.describe;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Completes the document once all operations are known: their names, order and groups. */
@SuppressWarnings("rawtypes") // Swagger's own maps of schemas are raw.
final class Finish {
  private Finish() {}

  static void of(OpenAPI api) {
    Paths sorted = new Paths();
    new TreeMap<>(api.getPaths()).forEach(sorted::addPathItem);
    api.setPaths(sorted);
    sorted.forEach(
        (path, item) ->
            item.readOperationsMap()
                .forEach(
                    (method, operation) -> {
                      name(path, method, operation);
                      Forbidden.describe(path, method, operation);
                    }));
    sorted.values().stream()
        .map(PathItem::readOperations)
        .flatMap(List::stream)
        .forEach(
            operation -> {
              readsJson(operation);
              restoreAnswers(operation);
            });
    Map<String, Schema> schemas = new TreeMap<>(api.getComponents().getSchemas());
    schemas.values().forEach(RestTypes::restore);
    schemas.values().forEach(Finish::letReferencesBeNull);
    api.getComponents().setSchemas(schemas);
    Reachable reachable = new Reachable(api);
    schemas.keySet().retainAll(reachable.fromAnywhere());
    Set<String> sent = reachable.fromRequests();
    schemas.forEach(
        (name, schema) -> {
          if (sent.contains(name)) {
            letPropertiesBeNull(schema);
          } else {
            requireAllProperties(schema);
          }
        });
  }

  private static void name(String path, HttpMethod method, Operation operation) {
    List<String> words = Arrays.stream(path.split("/")).filter(word -> !word.isEmpty()).toList();
    operation.setOperationId(
        method.name().toLowerCase(Locale.ROOT)
            + words.stream().map(Finish::inOperationId).collect(Collectors.joining()));
    boolean isHistory = words.get(0).equals("history") && words.size() > 1;
    operation.setTags(
        List.of(
            words.subList(0, isHistory ? 2 : 1).stream()
                .map(word -> capitalized(word, " "))
                .collect(Collectors.joining(" "))));
  }

  private static String inOperationId(String word) {
    return word.startsWith("{")
        ? "By" + capitalized(word.substring(1, word.length() - 1), "")
        : capitalized(word, "");
  }

  private static String capitalized(String words, String between) {
    return Arrays.stream(words.split("[-.]"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining(between));
  }

  private static void readsJson(Operation operation) {
    if (operation.getRequestBody() != null) {
      Content content = operation.getRequestBody().getContent();
      MediaType any = content.remove("*/*");
      if (any != null) {
        content.addMediaType("application/json", any);
      }
    }
  }

  private static void restoreAnswers(Operation operation) {
    operation.getResponses().values().stream()
        .filter(answer -> answer.getContent() != null)
        .flatMap(answer -> answer.getContent().values().stream())
        .map(MediaType::getSchema)
        .forEach(RestTypes::restore);
  }

  // A null property counts as absent, also where the Java type is a number or a boolean.
  private static void letPropertiesBeNull(Schema<?> schema) {
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(property -> property.setNullable(true));
    }
  }

  // Answers are complete, except for properties that are absent by design.
  private static void requireAllProperties(Schema<?> schema) {
    if (schema.getProperties() != null) {
      List<String> always = new ArrayList<>();
      schema
          .getProperties()
          .forEach(
              (name, property) -> {
                if (!RestTypes.takeLeftOut(property)) {
                  always.add(name);
                }
              });
      schema.setRequired(always);
    }
  }

  // Siblings of a reference are ignored, so a nullable reference is wrapped.
  private static void letReferencesBeNull(Schema<?> schema) {
    if (schema.getProperties() != null) {
      schema
          .getProperties()
          .replaceAll(
              (name, property) ->
                  property.get$ref() == null
                      ? property
                      : new Schema<>()
                          .nullable(true)
                          .addAllOfItem(new Schema<>().$ref(property.get$ref())));
    }
  }
}
