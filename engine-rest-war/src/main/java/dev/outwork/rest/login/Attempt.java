package dev.outwork.rest.login;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A login that is under way, which the browser keeps in a sealed cookie.
 *
 * @param state which the provider sends back with the answer to this login
 * @param nonce which the provider writes into the token about it
 * @param verifier whose digest the provider gets first, and which itself fetches the token (PKCE)
 * @param place to which the browser goes in the end
 */
record Attempt(String state, String nonce, String verifier, String place) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int RANDOM_BYTES = 32;

  static Attempt begin(String place) {
    return new Attempt(random(), random(), random(), place);
  }

  static Attempt of(Map<String, Object> claims) {
    return new Attempt(
        (String) claims.get("state"),
        (String) claims.get("nonce"),
        (String) claims.get("verifier"),
        (String) claims.get("place"));
  }

  Map<String, Object> claims() {
    return Map.of("state", state, "nonce", nonce, "verifier", verifier, "place", place);
  }

  /** The digest of the verifier, as RFC 7636 has it. */
  String challenge() {
    return encoded(DigestUtils.sha256(verifier));
  }

  private static String random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return encoded(bytes);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
