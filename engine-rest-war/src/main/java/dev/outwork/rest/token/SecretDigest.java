package dev.outwork.rest.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/** A fast hash with a salt of this process, by which a secret that was good is recognized. */
public final class SecretDigest {
  private static final byte[] SALT = new SecureRandom().generateSeed(32);

  private SecretDigest() {}

  /** The hash, of 32 bytes. */
  public static byte[] of(String secret) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(SALT);
      return sha256.digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
