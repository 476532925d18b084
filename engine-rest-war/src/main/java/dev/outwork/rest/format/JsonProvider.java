package dev.outwork.rest.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads and writes every JSON body, whatever JSON library the server prefers. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class JsonProvider implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return true;
  }

  /** An empty body and a literal {@code null} are an empty object. */
  @Override
  public Object readFrom(
      Class<Object> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    ObjectReader reader = Json.MAPPER.readerFor(Json.MAPPER.constructType(genericType));
    try (JsonParser parser = NulCharacters.refuseIn(reader.createParser(body))) {
      JsonToken first = parser.nextToken();
      return first == null || first == JsonToken.VALUE_NULL
          ? reader.readValue("{}")
          : reader.readValue(parser);
    } catch (JsonProcessingException e) {
      // Jackson wraps the exception for a body that is too long.
      throw Causes.find(e, RestException.class)
          .orElseGet(() -> RestException.invalidRequest(JsonFault.describe(e)));
    }
  }

  /** A stored file may be of this media type; its bytes are not converted. */
  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type != byte[].class && !StreamingOutput.class.isAssignableFrom(type);
  }

  @Override
  public void writeTo(
      Object entity,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream body)
      throws IOException {
    Json.MAPPER.writeValue(body, entity);
  }
}
