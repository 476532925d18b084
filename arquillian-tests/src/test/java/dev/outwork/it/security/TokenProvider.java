package dev.outwork.it.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * A small identity provider: it issues tokens for {@code courier-7} of the group {@code couriers},
 * and publishes its keys. It shares no code with what reads the tokens.
 */
final class TokenProvider implements AutoCloseable {
  static final String AUDIENCE = "outwork";

  private static final int LEAST_BITS = 2048;

  private final List<KeyPair> keys = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  private TokenProvider(HttpServer server) {
    this.server = server;
  }

  static TokenProvider open() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      TokenProvider provider = new TokenProvider(server);
      provider.rotate();
      server.createContext(
          "/keys",
          exchange -> {
            byte[] published = provider.published().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, published.length);
            exchange.getResponseBody().write(published);
            exchange.close();
          });
      server.start();
      return provider;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  String keysAddress() {
    return issuer() + "/keys";
  }

  /** Signs with a new key from now on; tokens of former keys stay valid. */
  void rotate() {
    keys.add(newKey());
  }

  /** A token that opens the engine for five minutes. */
  String token() {
    return signed(keys.get(keys.size() - 1), "RS256", claims(issuer(), AUDIENCE, 300));
  }

  /** A token of these claims. */
  String token(String claims) {
    return signed(keys.get(keys.size() - 1), "RS256", claims);
  }

  /** Answers at one more path. */
  void answer(String path, HttpHandler handler) {
    server.createContext(path, handler);
  }

  String tokenOfAnotherIssuer() {
    return signed(keys.get(0), "RS256", claims("https://other.example.com", AUDIENCE, 300));
  }

  String tokenForAnotherAudience() {
    return signed(keys.get(0), "RS256", claims(issuer(), "other", 300));
  }

  String expiredToken() {
    return signed(keys.get(0), "RS256", claims(issuer(), AUDIENCE, -300));
  }

  /** A token with the id of our key, signed by another one. */
  String tokenOfAnotherKey() {
    String ours = token();
    String other = signed(newKey(), "RS256", claims(issuer(), AUDIENCE, 300));
    return ours.substring(0, ours.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));
  }

  String tokenWithoutSignature() {
    return encoded("{\"alg\":\"none\"}") + "." + encoded(claims(issuer(), AUDIENCE, 300)) + ".";
  }

  private static String claims(String issuer, String audience, long secondsLeft) {
    return """
        {"iss": "%s", "aud": ["%s"], "sub": "courier-7", "groups": ["couriers"], "exp": %d}
        """
        .formatted(issuer, audience, Instant.now().getEpochSecond() + secondsLeft);
  }

  private static String signed(KeyPair key, String algorithm, String claims) {
    String content =
        encoded("{\"alg\":\"%s\",\"kid\":\"%s\"}".formatted(algorithm, id(key)))
            + "."
            + encoded(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key.getPrivate());
      signature.update(content.getBytes(UTF_8));
      return content + "." + encoded(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String published() {
    return keys.stream()
        .map(key -> published(id(key), (RSAPublicKey) key.getPublic()))
        .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
  }

  private static String published(String id, RSAPublicKey key) {
    return "{\"kty\":\"RSA\",\"use\":\"sig\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}"
        .formatted(id, encoded(key.getModulus()), encoded(key.getPublicExponent()));
  }

  // A digest: the hash codes of keys are sums of their bytes, so two may well be equal.
  private static String id(KeyPair key) {
    try {
      return encoded(MessageDigest.getInstance("SHA-256").digest(key.getPublic().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(LEAST_BITS);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return encoded(text.getBytes(UTF_8));
  }

  private static String encoded(BigInteger number) {
    byte[] bytes = number.toByteArray();
    // Without the byte of the sign.
    return encoded(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
