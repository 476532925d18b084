package dev.outwork.it.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The OpenAPI document of a server: its calls, and what may be sent and answered. */
final class ServedApi {
  private static final String ADDRESS = "https://outwork.test/openapi.json";

  private final JsonNode document;
  private final List<Call> calls = new ArrayList<>();
  private final JsonSchemaFactory factory;
  private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

  /** One method on one path. */
  record Call(String method, String path, JsonNode operation) {
    boolean isGet() {
      return method.equals("GET");
    }

    boolean answers(int status) {
      return operation.path("responses").has(String.valueOf(status));
    }

    List<JsonNode> queryParameters() {
      List<JsonNode> found = new ArrayList<>();
      for (JsonNode parameter : operation.path("parameters")) {
        if (parameter.path("in").asText().equals("query")) {
          found.add(parameter);
        }
      }
      return found;
    }

    /** The schema of the body of this media type; missing if there is none. */
    JsonNode body(String mediaType) {
      return operation.path("requestBody").path("content").path(mediaType).path("schema");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  ServedApi(String document) throws IOException {
    this.document = new ObjectMapper().readTree(document);
    String understood = nullsUnderstood(document);
    // The rest of the document is no schema, which needs no warning.
    JsonMetaSchema dialect =
        JsonMetaSchema.builder(OpenApi30.getInstance())
            .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
            .build();
    this.factory =
        JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4))
            .metaSchema(dialect)
            .defaultMetaSchemaIri(dialect.getIri())
            .schemaLoaders(loaders -> loaders.schemas(Map.of(ADDRESS, understood)))
            .build();
    for (Map.Entry<String, JsonNode> path : this.document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        calls.add(
            new Call(
                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()));
      }
    }
  }

  // The validator does not see that what may be null may also be something that is described
  // elsewhere; every other reader of OpenAPI 3.0 does.
  private static String nullsUnderstood(String document) {
    return document.replaceAll(
        "\"nullable\":true,\"allOf\":\\[(\\{\"\\$ref\":\"[^\"]+\"})]",
        "\"anyOf\":[$1,{\"enum\":[null]}]");
  }

  List<Call> calls() {
    return calls;
  }

  /** The target of a reference; anything else is itself. */
  JsonNode resolved(JsonNode schema) {
    if (schema.has("$ref")) {
      return resolved(document.at(schema.path("$ref").asText().substring(1)));
    }
    return schema.path("allOf").size() == 1 ? resolved(schema.path("allOf").get(0)) : schema;
  }

  /** The faults of an answer to this call, as far as the document tells. */
  List<String> faults(Call call, Answer answer) {
    String status = call.answers(answer.status()) ? String.valueOf(answer.status()) : "default";
    if (answer.status() < 400 && status.equals("default")) {
      return List.of("status " + answer.status() + " is not documented");
    }
    JsonNode content = call.operation().path("responses").path(status).path("content");
    if (content.isMissingNode()) {
      return answer.body().isEmpty() ? List.of() : List.of("a body where none is documented");
    }
    if (!content.has("application/json")) {
      return List.of();
    }
    if (!answer.isJson()) {
      return List.of("media type '" + answer.mediaType() + "' is not application/json");
    }
    String place =
        "#/paths/%s/%s/responses/%s/content/application~1json/schema"
            .formatted(
                call.path()
                    .replace("~", "~0")
                    .replace("/", "~1")
                    .replace("{", "%7B")
                    .replace("}", "%7D"),
                call.method().toLowerCase(Locale.ROOT),
                status);
    return schemas
        .computeIfAbsent(place, this::schema)
        .validate(answer.body(), InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  private JsonSchema schema(String place) {
    return factory.getSchema(
        SchemaLocation.of(ADDRESS + place),
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(false).build());
  }
}
