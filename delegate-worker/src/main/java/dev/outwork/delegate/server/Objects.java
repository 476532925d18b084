package dev.outwork.delegate.server;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.delegate.PlainValues;
import dev.outwork.delegate.TaskVariables;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;

/** Converts values between delegates and the engine; objects are JSON in between. */
final class Objects {
  private static final Set<String> HARMLESS =
      Set.of("java.util.LinkedHashMap", "java.util.HashMap", "java.util.ArrayList");

  private final Predicate<String> mayRead;
  private final ClassLoader classes;

  Objects(Predicate<String> mayRead, ClassLoader classes) {
    this.mayRead = mayRead;
    this.classes = classes;
  }

  TaskVariables theirs(Map<String, TypedValue> variables) {
    return new TaskVariables() {
      @Override
      public Set<String> names() {
        return variables.keySet();
      }

      @Override
      public org.camunda.bpm.engine.variable.value.TypedValue typed(
          String name, boolean deserialized) {
        TypedValue value = variables.get(name);
        return value == null ? null : their(name, value, deserialized);
      }
    };
  }

  private org.camunda.bpm.engine.variable.value.TypedValue their(
      String name, TypedValue value, boolean deserialized) {
    return switch (value.type()) {
      case NULL -> Variables.untypedNullValue();
      case DATE -> Variables.dateValue(date(value));
      case FILE -> file(value);
      case OBJECT -> object(name, value, deserialized);
      case JSON -> value.isStructure() ? object(name, value, deserialized) : text(value);
      case XML -> text(value);
      default -> PlainValues.typed(value.value());
    };
  }

  private static Date date(TypedValue value) {
    return value.value() == null ? null : Date.from((java.time.Instant) value.value());
  }

  private static org.camunda.bpm.engine.variable.value.TypedValue text(TypedValue value) {
    return Variables.stringValue((String) value.value());
  }

  private static FileValue file(TypedValue value) {
    Map<String, Object> info = value.valueInfo();
    return Variables.fileValue(String.valueOf(info.get(TypedValue.FILENAME)))
        .mimeType((String) info.get(TypedValue.MIME_TYPE))
        .encoding((String) info.get(TypedValue.ENCODING))
        .create();
  }

  private org.camunda.bpm.engine.variable.value.TypedValue object(
      String name, TypedValue value, boolean deserialized) {
    String typeName = String.valueOf(value.valueInfo().get(TypedValue.OBJECT_TYPE_NAME));
    if (!deserialized || !value.hasJson()) {
      return Variables.serializedObjectValue((String) value.value())
          .serializationDataFormat(format(value))
          .objectTypeName(typeName)
          .create();
    }
    return Variables.objectValue(read(name, typeName, (String) value.value()))
        .serializationDataFormat(TypedValue.JSON_FORMAT)
        .create();
  }

  private static String format(TypedValue value) {
    Object format = value.valueInfo().get(TypedValue.SERIALIZATION_DATA_FORMAT);
    return format == null ? TypedValue.JSON_FORMAT : format.toString();
  }

  private Object read(String name, String typeName, String text) {
    if (HARMLESS.contains(typeName)) {
      return JsonObjects.read(name, text);
    }
    for (String className : typeName.split("[<>,\\[\\]; ]+")) {
      if (!HARMLESS.contains(className) && !mayRead.test(className)) {
        throw new ProcessEngineException(
            "The variable '%s' is an object of class %s, which this worker may not read: let its mayRead return true"
                .formatted(name, className));
      }
    }
    return JsonObjects.read(name, text, typeName, classes);
  }

  TypedValue ours(Object value) {
    if (value instanceof FileValue file) {
      return TypedValue.file(
          file.getFilename(), file.getMimeType(), file.getEncoding(), content(file));
    }
    if (value instanceof SerializableValue typed && typed.getValueSerialized() != null) {
      String typeName =
          typed instanceof org.camunda.bpm.engine.variable.value.ObjectValue object
              ? object.getObjectTypeName()
              : null;
      return TypedValue.object(
          typeName, typed.getSerializationDataFormat(), typed.getValueSerialized());
    }
    if (value instanceof org.camunda.bpm.engine.variable.value.TypedValue typed) {
      return plain(typed.getValue());
    }
    return plain(value);
  }

  private static TypedValue plain(Object value) {
    boolean hasType =
        value == null
            || value instanceof Date
            || value instanceof Number number && isPlain(number)
            || value instanceof String
            || value instanceof Boolean
            || value instanceof byte[];
    if (hasType) {
      return TypedValue.untyped(value);
    }
    String text = JsonObjects.write(value);
    return value instanceof Map || value instanceof Collection
        ? TypedValue.structure(value, text)
        : TypedValue.object(value.getClass().getName(), TypedValue.JSON_FORMAT, text);
  }

  private static boolean isPlain(Number number) {
    return number instanceof Integer
        || number instanceof Long
        || number instanceof Short
        || number instanceof Double;
  }

  private static byte[] content(FileValue file) {
    try (InputStream content = file.getValue()) {
      return content == null ? new byte[0] : content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file.getFilename(), e);
    }
  }
}
