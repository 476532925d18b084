package dev.outwork.rest.variable;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.rest.format.Parts;
import dev.outwork.rest.format.RestException;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file or a binary value that is uploaded as a multipart form (docs/rest-api.md, "Binary
 * content").
 */
public final class UploadedValue {
  static final String DATA = "data";
  static final String VALUE_TYPE = "valueType";

  private UploadedValue() {}

  public static TypedValue read(List<EntityPart> form) {
    List<EntityPart> parts = Parts.of(form);
    if (Parts.named("type", parts).isPresent()) {
      throw RestException.invalidRequest(
          "Form parameter 'type' names a Java class: no class is ever loaded for a variable");
    }
    EntityPart data =
        Parts.named(DATA, parts)
            .orElseThrow(() -> RestException.invalidRequest("The form has no parameter 'data'"));
    String typeName = Parts.text(VALUE_TYPE, parts).orElse(ValueType.BYTES.typeName());
    Map<String, String> options =
        Optional.ofNullable(data.getMediaType()).map(MediaType::getParameters).orElse(Map.of());
    boolean isTransient = Boolean.parseBoolean(options.get(TypedValue.TRANSIENT));
    ValueType type = ValueType.named(typeName).orElse(ValueType.NULL);
    Map<String, Object> valueInfo =
        switch (type) {
          case BYTES -> new LinkedHashMap<>();
          case FILE -> fileInfo(data, options.get(TypedValue.ENCODING));
          default ->
              throw RestException.invalidRequest(
                  "Form parameter 'valueType' is '%s': it must be 'Bytes' or 'File'"
                      .formatted(typeName));
        };
    if (isTransient) {
      valueInfo.put(TypedValue.TRANSIENT, true);
    }
    return new TypedValue(type, Parts.bytes(data), valueInfo);
  }

  private static Map<String, Object> fileInfo(EntityPart data, String encoding) {
    String filename =
        Parts.filename(data)
            .orElseThrow(
                () -> RestException.invalidRequest("Form parameter 'data' has no file name"));
    MediaType type = data.getMediaType();
    String mimeType = type == null ? null : type.getType() + "/" + type.getSubtype();
    Map<String, Object> valueInfo = TypedValue.file(filename, mimeType, encoding, null).valueInfo();
    return new LinkedHashMap<>(valueInfo);
  }
}
