package dev.outwork.mover.converting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.outwork.mover.destination.TargetRow;
import dev.outwork.mover.source.SourceVariable;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The types and values of variables. */
final class VariableValues {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String JAVA = "serializable";
  private static final String OBJECT = "spin://";

  private final Function<String, Optional<byte[]>> longValues;
  private final JavaValues javaValues;

  /**
   * @param longValues by their ids, of which null has none
   */
  VariableValues(Function<String, Optional<byte[]>> longValues, JavaValues javaValues) {
    this.longValues = longValues;
    this.javaValues = javaValues;
  }

  boolean staysBehind(SourceVariable variable) {
    return JAVA.equals(variable.type()) && javaValues == JavaValues.LEAVE_OUT;
  }

  /** Sets type and value; throws {@link CannotGoException} if the target cannot have them. */
  void set(TargetRow row, SourceVariable variable) {
    SourceVariable.Value value = variable.value();
    switch (String.valueOf(variable.type())) {
      case "null" -> row.with("type", "Null");
      case "string" -> row.with("type", "String").with("text_value", string(value));
      case "boolean" -> row.with("type", "Boolean").with("long_value", value.number());
      case "short" -> row.with("type", "Short").with("long_value", value.number());
      case "integer" -> row.with("type", "Integer").with("long_value", value.number());
      case "long" -> row.with("type", "Long").with("long_value", value.number());
      case "date" -> row.with("type", "Date").with("long_value", value.number());
      case "double" -> row.with("type", "Double").with("double_value", value.fraction());
      case "bytes" -> row.with("type", "Bytes").with("bytes_value", bytes(value));
      case "file" ->
          row.with("type", "File")
              .with("bytes_value", bytes(value))
              .with("value_info", info(file(value)));
      case "json" -> row.with("type", "Json").with("text_value", text(value));
      case "xml" -> row.with("type", "Xml").with("text_value", text(value));
      case JAVA -> java(row, variable);
      default -> object(row, variable);
    }
  }

  // Oracle takes an empty text for none, so Camunda writes into the second column that it is one.
  private static String string(SourceVariable.Value value) {
    return value.text() == null && value.text2() != null ? "" : value.text();
  }

  private void java(TargetRow row, SourceVariable variable) {
    if (javaValues != JavaValues.AS_BYTES) {
      throw new CannotGoException("variable '%s' is serialized Java".formatted(variable.name()));
    }
    row.with("type", "Bytes").with("bytes_value", bytes(variable.value()));
  }

  private void object(TargetRow row, SourceVariable variable) {
    if (!String.valueOf(variable.type()).startsWith(OBJECT)) {
      throw new CannotGoException(
          "variable '%s' has the unknown type '%s'".formatted(variable.name(), variable.type()));
    }
    Map<String, String> info = new LinkedHashMap<>();
    if (variable.value().text2() != null) {
      info.put("objectTypeName", variable.value().text2());
    }
    info.put("serializationDataFormat", variable.type().substring(OBJECT.length()));
    row.with("type", "Object")
        .with("text_value", text(variable.value()))
        .with("value_info", info(info));
  }

  private byte[] bytes(SourceVariable.Value value) {
    return longValues.apply(value.bytesId()).orElse(null);
  }

  private String text(SourceVariable.Value value) {
    return longValues
        .apply(value.bytesId())
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .orElse(null);
  }

  // The second text is "type#encoding".
  private static Map<String, String> file(SourceVariable.Value value) {
    Map<String, String> info = new LinkedHashMap<>();
    if (value.text() != null) {
      info.put("filename", value.text());
    }
    String[] parts = value.text2() == null ? new String[0] : value.text2().split("#", 2);
    if (parts.length > 0 && !parts[0].isEmpty()) {
      info.put("mimeType", parts[0]);
    }
    if (parts.length > 1 && !parts[1].isEmpty()) {
      info.put("encoding", parts[1]);
    }
    return info;
  }

  private static String info(Map<String, String> info) {
    try {
      return info.isEmpty() ? null : JSON.writeValueAsString(info);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
