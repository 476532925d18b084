package dev.outwork.rest.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import dev.outwork.rest.token.MovedClock;
import dev.outwork.rest.token.SigningKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** A provider at which mary logs in; it checks what the engine sends. */
final class SmallProvider implements AutoCloseable {
  static final String CODE = "a code";

  // It takes a second to make one.
  private static final SigningKey KEY = key();

  static final String CLIENT = "outwork-console";

  private final HttpServer server;
  private final MovedClock clock;

  /** What it answers instead of the truth. */
  Consumer<JwtClaims> changed = claims -> {};

  String description = "";
  Map<String, String> form = Map.of();
  String authorization;
  private Map<String, String> question = Map.of();

  SmallProvider(MovedClock clock) throws Exception {
    this.clock = clock;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    description =
        """
        {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
         "jwks_uri": "%1$s/keys", "end_session_endpoint": "%1$s/end?hint=1"}
        """
            .formatted(issuer());
    answer("/.well-known/openid-configuration", () -> description);
    answer("/keys", () -> SigningKey.published(KEY));
    server.createContext(
        "/token",
        exchange -> {
          form = fields(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          authorization = exchange.getRequestHeaders().getFirst("Authorization");
          boolean fits =
              CODE.equals(form.get("code"))
                  && digest(form.get("code_verifier")).equals(question.get("code_challenge"))
                  && question.get("redirect_uri").equals(form.get("redirect_uri"));
          byte[] body = (fits ? token() : "{\"error\": \"invalid_grant\"}").getBytes(UTF_8);
          exchange.sendResponseHeaders(fits ? 200 : 400, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  private static SigningKey key() {
    try {
      return SigningKey.rsa("one");
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Text {
    String get() throws IOException;
  }

  private void answer(String path, Text text) {
    server.createContext(
        path,
        exchange -> {
          byte[] body = text.get().getBytes(UTF_8);
          exchange.sendResponseHeaders(body.length == 0 ? 503 : 200, Math.max(body.length, -1));
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Mary logs in on the page to which she was sent; what her browser brings back. */
  LoginFlow.Answer login(URI page) {
    question = fields(page.getRawQuery());
    return new LoginFlow.Answer(question.get("state"), CODE, null);
  }

  Map<String, String> question() {
    return question;
  }

  private String token() {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(issuer());
    claims.setAudience(CLIENT);
    claims.setSubject("mary");
    claims.setStringListClaim("groups", "ops", "auditors");
    claims.setStringClaim("nonce", question.get("nonce"));
    claims.setExpirationTime(
        NumericDate.fromMilliseconds(clock.millis() + Duration.ofMinutes(5).toMillis()));
    changed.accept(claims);
    try {
      return "{\"access_token\": \"opaque\", \"id_token\": \"%s\"}".formatted(KEY.sign(claims));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> fields(String text) {
    return Arrays.stream(text.split("&"))
        .map(field -> field.split("=", 2))
        .collect(Collectors.toMap(field -> field[0], field -> URLDecoder.decode(field[1], UTF_8)));
  }

  private static String digest(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
