package dev.outwork.it.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The pages of an identity provider at which mary logs in by a click. */
final class LoginPages {
  static final String CLIENT = "outwork-console";
  static final String SECRET = "the secret of the console";

  private final TokenProvider provider;
  private final Map<String, Map<String, String>> questions = new ConcurrentHashMap<>();

  private LoginPages(TokenProvider provider) {
    this.provider = provider;
  }

  static LoginPages at(TokenProvider provider) {
    LoginPages pages = new LoginPages(provider);
    provider.answer(
        "/.well-known/openid-configuration",
        exchange -> answer(exchange, "application/json", pages.description()));
    provider.answer("/authorize", pages::authorize);
    provider.answer("/token", pages::token);
    provider.answer(
        "/end", exchange -> answer(exchange, "text/html", page("Goodbye", "<p id=bye>Bye</p>")));
    return pages;
  }

  private String description() {
    return """
        {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
         "jwks_uri": "%1$s/keys", "end_session_endpoint": "%1$s/end"}
        """
        .formatted(provider.issuer());
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> question = fields(exchange.getRequestURI().getRawQuery());
    String code = UUID.randomUUID().toString();
    questions.put(code, question);
    String back =
        "%s?code=%s&amp;state=%s"
            .formatted(
                question.get("redirect_uri"),
                code,
                URLEncoder.encode(question.get("state"), UTF_8));
    answer(
        exchange,
        "text/html",
        page("Log in", "<a id=mary href=\"%s\">I am mary</a>".formatted(back)));
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> form = fields(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    Map<String, String> question = questions.remove(form.get("code"));
    if (question == null) {
      exchange.sendResponseHeaders(400, -1);
      exchange.close();
      return;
    }
    String claims =
        """
        {"iss": "%s", "aud": "%s", "sub": "mary", "groups": ["ops"], "nonce": "%s", "exp": %d}
        """
            .formatted(
                provider.issuer(),
                CLIENT,
                question.get("nonce"),
                Instant.now().getEpochSecond() + 300);
    answer(
        exchange,
        "application/json",
        "{\"token_type\": \"Bearer\", \"id_token\": \"%s\"}".formatted(provider.token(claims)));
  }

  private static String page(String title, String content) {
    return "<!DOCTYPE html><title>%s</title>%s".formatted(title, content);
  }

  private static void answer(HttpExchange exchange, String type, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static Map<String, String> fields(String text) {
    return Arrays.stream(text.split("&"))
        .map(field -> field.split("=", 2))
        .collect(Collectors.toMap(field -> field[0], field -> URLDecoder.decode(field[1], UTF_8)));
  }
}
