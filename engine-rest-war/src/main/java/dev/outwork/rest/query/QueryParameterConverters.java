package dev.outwork.rest.query;

import dev.outwork.api.Filter;
import dev.outwork.rest.format.RestDate;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads dates and numbers in query parameters outside lists, and refuses them with the messages of
 * lists.
 */
@Provider
public class QueryParameterConverters implements ParamConverterProvider {
  private static final Map<Class<?>, Filter.Kind> KINDS =
      Map.of(
          Instant.class, Filter.Kind.DATE,
          Long.class, Filter.Kind.LONG,
          Integer.class, Filter.Kind.INTEGER);

  @Override
  public <T> ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    Filter.Kind kind = KINDS.get(type);
    return Stream.of(annotations)
        .filter(annotation -> kind != null && annotation instanceof QueryParam)
        .map(annotation -> new Converter<T>(((QueryParam) annotation).value(), kind))
        .findFirst()
        .orElse(null);
  }

  private record Converter<T>(String name, Filter.Kind kind) implements ParamConverter<T> {
    @Override
    @SuppressWarnings("unchecked") // The type selects the kind.
    public T fromString(String text) {
      return text == null ? null : (T) ListQueryReader.parameter(name, text, kind, Case.MATTERS);
    }

    @Override
    public String toString(T value) {
      return value instanceof Instant date ? RestDate.format(date) : String.valueOf(value);
    }
  }
}
