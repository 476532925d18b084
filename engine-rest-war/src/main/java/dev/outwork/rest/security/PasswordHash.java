package dev.outwork.rest.security;

import dev.outwork.rest.token.SecretDigest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.Crypt;

/**
 * A password hash that is slow by design. Workers call many times a second, so the last matching
 * password is cached as a fast hash ({@link SecretDigest}).
 */
final class PasswordHash {
  private static final Pattern SHA_CRYPT =
      Pattern.compile("\\$[56]\\$(rounds=\\d{1,9}\\$)?[./0-9A-Za-z]{1,16}\\$[./0-9A-Za-z]{43,86}");

  // The hash takes time in proportion to the length, and anybody may send one. No person and no
  // generator has a longer one.
  static final int MOST_CHARACTERS = 1_000;

  private final String hash;
  private volatile byte[] fitted = {};

  PasswordHash(String hash) {
    this.hash = hash;
  }

  /** Whether it is SHA-256 crypt or SHA-512 crypt: {@code $5$...} or {@code $6$...}. */
  static boolean isUnderstood(String hash) {
    return SHA_CRYPT.matcher(hash).matches();
  }

  boolean fits(String password) {
    byte[] digest = SecretDigest.of(password);
    if (MessageDigest.isEqual(fitted, digest)) {
      return true;
    }
    boolean fits = isHashed(password);
    if (fits) {
      fitted = digest;
    }
    return fits;
  }

  /** Takes the time of a password that does not fit, whatever the password. */
  void fitsNot(String password) {
    isHashed(password);
  }

  private boolean isHashed(String password) {
    return password.length() <= MOST_CHARACTERS && isEqual(Crypt.crypt(password, hash), hash);
  }

  // Takes constant time.
  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
