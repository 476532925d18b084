package dev.outwork.rest.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;

/** Refuses the character NUL in all input texts: PostgreSQL cannot store it. */
@Provider
@PreMatching
public class NulCharacters implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    request
        .getUriInfo()
        .getQueryParameters()
        .forEach((name, values) -> values.forEach(NulCharacters::refuseIn));
  }

  /** Returns a text without NUL. */
  static String refuseIn(String text) {
    if (text != null && text.indexOf('\0') >= 0) {
      throw RestException.invalidRequest(
          "The request contains the character NUL, which cannot be stored");
    }
    return text;
  }

  /** A parser that refuses NUL in names and values. */
  static JsonParser refuseIn(JsonParser parser) {
    return new JsonParserDelegate(parser) {
      @Override
      public JsonToken nextToken() throws IOException {
        JsonToken token = super.nextToken();
        if (token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING) {
          refuseIn(getText());
        }
        return token;
      }
    };
  }
}
