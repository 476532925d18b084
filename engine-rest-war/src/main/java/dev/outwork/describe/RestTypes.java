package dev.outwork.describe;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.rest.format.RestDate;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.time.Instant;
import java.util.Iterator;
import java.util.stream.Stream;

/** The JSON representation of Java types that differs from Jackson's default. */
final class RestTypes extends ModelResolver {
  private static final String ANYTHING = "x-anything";
  private static final String LEFT_OUT = "x-left-out";

  RestTypes(ObjectMapper mapper) {
    super(mapper, new SchemaNames());
  }

  @Override
  public Schema<?> resolve(
      AnnotatedType annotated, ModelConverterContext context, Iterator<ModelConverter> next) {
    JavaType type = _mapper.constructType(annotated.getType());
    Schema<?> schema = own(type.getRawClass());
    if (schema == null) {
      schema = super.resolve(annotated, context, next);
    }
    // Absent values are written as null, and null is read as absent (docs/rest-api.md, "Requests
    // and responses").
    if (schema != null && annotated.isSchemaProperty() && !type.isPrimitive()) {
      schema.setNullable(true);
      if (isLeftOut(annotated)) {
        schema.addExtension(LEFT_OUT, true);
      }
    }
    return schema;
  }

  /** Whether the property is absent, rather than null, when it has no value. */
  private static boolean isLeftOut(AnnotatedType property) {
    return property.getCtxAnnotations() != null
        && Stream.of(property.getCtxAnnotations()).anyMatch(JsonInclude.class::isInstance);
  }

  /** Whether a property may be absent from an answer; removes the mark. */
  static boolean takeLeftOut(Schema<?> property) {
    return property.getExtensions() != null && property.getExtensions().remove(LEFT_OUT) != null;
  }

  private static Schema<?> own(Class<?> type) {
    if (type == Instant.class) {
      return date();
    }
    if (type == ObjectNode.class) {
      return new ObjectSchema().additionalProperties(true);
    }
    return type == Object.class || JsonNode.class.isAssignableFrom(type) ? anything() : null;
  }

  // Swagger copies a schema by serializing it, which turns a schema without type into an object.
  private static Schema<?> anything() {
    Schema<?> schema = new Schema<>();
    schema.addExtension(ANYTHING, true);
    return schema;
  }

  /** Restores a schema that allows any type. */
  static void restore(Schema<?> schema) {
    if (schema.getExtensions() != null && schema.getExtensions().remove(ANYTHING) != null) {
      schema.setType(null);
    }
    Reachable.parts(schema).forEach(RestTypes::restore);
  }

  static Schema<?> date() {
    return new StringSchema()
        .format("date-time")
        .description("In the pattern yyyy-MM-dd'T'HH:mm:ss.SSSZ")
        .example(RestDate.EXAMPLE);
  }
}
