package dev.outwork.rest.login;

import dev.outwork.rest.format.Markup;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** What a person reads whose login has failed, or who has logged out. */
final class LoginPage {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark"><title>Not logged in</title></head>
      <body><h1>You are not logged in</h1><p>%s.</p><p><a href="%s">Log in</a></p></body>
      </html>
      """;

  private LoginPage() {}

  /**
   * The page.
   *
   * @param login where a login begins
   */
  static Response.ResponseBuilder of(Response.Status status, String message, URI login) {
    return Response.status(status)
        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
        .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(PAGE.formatted(Markup.escaped(message), Markup.escaped(login.toString())));
  }
}
