package dev.outwork.rest.login;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What a person reads whose login has failed. */
final class LoginPage {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark"><title>Login failed</title></head>
      <body><h1>You are not logged in</h1><p>%s.</p><p><a href="%s">Try again</a></p></body>
      </html>
      """;

  private LoginPage() {}

  static Response of(Response.Status status, LoginFailed failure) {
    return Response.status(status)
        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
        .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(PAGE.formatted(escaped(failure.getMessage()), "."))
        .build();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
