package dev.outwork.rest.format;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** A plain text response, or status 204 if there is no text. */
public final class PlainText {
  private PlainText() {}

  public static Response of(Optional<String> text) {
    return text.map(
            present -> Response.ok(present, MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8")).build())
        .orElseGet(() -> Response.noContent().build());
  }
}
