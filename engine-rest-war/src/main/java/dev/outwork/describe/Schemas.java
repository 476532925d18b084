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

  /** What values of this type look like, or a reference to it. */
  Schema<?> of(Type type) {
    ResolvedSchema resolved =
        ModelConverters.getInstance()
            .resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
    resolved.referencedSchemas.forEach((name, schema) -> byName.putIfAbsent(name, schema));
    return resolved.schema;
  }

  /** Keeps a schema under this name and refers to it. */
  Schema<?> named(String name, Schema<?> schema) {
    byName.putIfAbsent(name, schema);
    return new Schema<>().$ref(PLACE + name);
  }

  Map<String, Schema<?>> all() {
    return byName;
  }

  /** The name that a reference holds; null if this is none. */
  static String referred(Schema<?> schema) {
    return schema.get$ref() == null ? null : schema.get$ref().substring(PLACE.length());
  }
}
