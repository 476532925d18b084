package dev.outwork.rest.login;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What a provider publishes about itself, as OpenID Connect Discovery has it.
 *
 * @param authorization where people log in
 * @param token where the engine fetches the token about a login
 * @param keys where the provider's keys are
 * @param endOfSession where people log out; empty if they cannot
 * @param takesBasic whether the engine tells its secret in the header {@code Authorization}
 */
record ProviderDescription(
    String authorization,
    String token,
    String keys,
    Optional<String> endOfSession,
    boolean takesBasic) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where a provider publishes it. */
  static String address(String issuer) {
    return issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration";
  }

  /** Reads it; fails unless it is that of the issuer. */
  static ProviderDescription read(String text, String issuer) throws IOException {
    JsonNode description = parsed(text);
    if (!issuer.equals(description.path("issuer").asText())) {
      throw new IOException(
          "It is that of another issuer: '%s'".formatted(description.path("issuer").asText()));
    }
    return new ProviderDescription(
        required(description, "authorization_endpoint"),
        required(description, "token_endpoint"),
        required(description, "jwks_uri"),
        address(description, "end_session_endpoint"),
        takesBasic(description.path("token_endpoint_auth_methods_supported")));
  }

  private static JsonNode parsed(String text) throws IOException {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IOException("It is no JSON", e);
    }
  }

  private static String required(JsonNode description, String name) throws IOException {
    return address(description, name)
        .orElseThrow(() -> new IOException("Its '%s' is no address".formatted(name)));
  }

  private static Optional<String> address(JsonNode description, String name) {
    String text = description.path(name).asText();
    return isAddress(text) ? Optional.of(text) : Optional.empty();
  }

  private static boolean isAddress(String text) {
    try {
      URI address = URI.create(text);
      return address.getHost() != null
          && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  // It is the default, for a provider that does not say.
  private static boolean takesBasic(JsonNode methods) {
    return methods.isMissingNode()
        || StreamSupport.stream(methods.spliterator(), false)
            .anyMatch(method -> method.asText().equals("client_secret_basic"));
  }
}
