package dev.outwork.mover.converting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.outwork.engine.bpmn.MultiInstance;
import dev.outwork.mover.destination.TargetRow;
import dev.outwork.mover.destination.TargetTable;
import dev.outwork.mover.source.SourceVariable;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The variables of an instance: each in the scope where it is now. */
final class VariableConversion {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String JAVA = "serializable";
  private static final String OBJECT = "spin://";

  private final ConvertedInstance instance;
  private final HierarchyRows rows;
  private final JavaValues javaValues;
  private final Set<List<String>> names = new HashSet<>();

  VariableConversion(ConvertedInstance instance, HierarchyRows rows, JavaValues javaValues) {
    this.instance = instance;
    this.rows = rows;
    this.javaValues = javaValues;
  }

  void addTo(List<TargetRow> converted) {
    for (SourceVariable variable : rows.variables(instance.id())) {
      if (!staysBehind(variable) && isOfHere(variable)) {
        converted.add(row(variable));
      }
    }
  }

  boolean staysBehind(SourceVariable variable) {
    return JAVA.equals(variable.type()) && javaValues == JavaValues.LEAVE_OUT;
  }

  // What stands in an execution that keeps the past belongs to the compensation of it, and what
  // stands at an instance of a multi-instance activity that has ended is gone.
  private boolean isOfHere(SourceVariable variable) {
    return variable.taskId() != null || instance.places().owner(variable.executionId()).isPresent();
  }

  private TargetRow row(SourceVariable variable) {
    String scopeId = scope(variable);
    if (!names.add(List.of(scopeId, variable.name()))) {
      throw new CannotGoException(
          "it has two variables '%s' at one activity".formatted(variable.name()));
    }
    return of(variable, scopeId);
  }

  TargetRow of(SourceVariable variable, String scopeId) {
    TargetRow row =
        TargetRow.of(TargetTable.VARIABLE)
            .with("id", variable.id())
            .with("process_instance_id", instance.id())
            .with("scope_id", scopeId)
            .with("name", variable.name())
            .with("created_at", instance.startedAt());
    value(row, variable);
    return row;
  }

  private String scope(SourceVariable variable) {
    if (variable.taskId() != null) {
      return variable.taskId();
    }
    String owner = instance.places().owner(variable.executionId()).orElseThrow();
    return ofCurrent(owner, variable.name());
  }

  // A sequential multi-instance activity keeps what belongs to its one instance beside it.
  private String ofCurrent(String owner, String name) {
    TokenPlace body = instance.places().of(owner);
    if (body == null
        || !(body.node() instanceof MultiInstance repeated)
        || !repeated.isSequential()
        || !(name.equals(MultiInstance.COUNTER) || name.equals(repeated.elementVariable()))) {
      return owner;
    }
    return instance.places().all().stream()
        .filter(place -> place.parentId().equals(owner))
        .map(TokenPlace::id)
        .findFirst()
        .orElse(owner);
  }

  private void value(TargetRow row, SourceVariable variable) {
    SourceVariable.Value value = variable.value();
    switch (variable.type()) {
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
    if (!variable.type().startsWith(OBJECT)) {
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
    return rows.bytes(value.bytesId()).orElse(null);
  }

  private String text(SourceVariable.Value value) {
    return rows.bytes(value.bytesId())
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
