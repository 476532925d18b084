package dev.outwork.describe;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;

/** The schemas that operations refer to, by name. */
final class Schemas {
  private static final String PLACE = "#/components/schemas/";

  private final Map<String, Schema<?>> byName = new LinkedHashMap<>();

  /** The schema of a type, or a reference to it. */
  Schema<?> of(Type type) {
    ResolvedSchema resolved =
        ModelConverters.getInstance()
            .resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
    resolved.referencedSchemas.forEach((name, schema) -> byName.putIfAbsent(name, schema));
    return resolved.schema;
  }

  /** Registers a schema under this name and returns a reference to it. */
  Schema<?> named(String name, Schema<?> schema) {
    byName.putIfAbsent(name, schema);
    return new Schema<>().$ref(PLACE + name);
  }

  Map<String, Schema<?>> all() {
    return byName;
  }

  /** The name in a reference; null if the schema is none. */
  static String referred(Schema<?> schema) {
    return schema.get$ref() == null ? null : schema.get$ref().substring(PLACE.length());
  }
}
