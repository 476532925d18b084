package dev.outwork.delegate.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.ProcessEngineException;

/** Objects as JSON. Jackson is needed only for such variables: it is loaded with this class. */
final class JsonObjects {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonObjects() {}

  /** Reads maps, lists and plain values. */
  static Object read(String name, String text) {
    return read(name, text, MAPPER.constructType(Object.class));
  }

  /** Reads an object of a class, which may have type parameters. */
  static Object read(String name, String text, String typeName, ClassLoader classes) {
    JavaType type =
        MAPPER.getTypeFactory().withClassLoader(classes).constructFromCanonical(typeName);
    return read(name, text, type);
  }

  private static Object read(String name, String text, JavaType type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new ProcessEngineException(
          "The variable '%s' cannot be read as a %s".formatted(name, type.toCanonical()), e);
    }
  }

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new ProcessEngineException(
          "A %s cannot be written as JSON".formatted(value.getClass().getName()), e);
    }
  }
}
