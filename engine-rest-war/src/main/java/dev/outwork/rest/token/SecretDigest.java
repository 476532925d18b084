package dev.outwork.rest.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.apache.commons.codec.digest.DigestUtils;

/** A fast hash with a salt of this process, by which a secret that was good is recognized. */
public final class SecretDigest {
  private static final byte[] SALT = new SecureRandom().generateSeed(32);

  private SecretDigest() {}

  /** The hash, of 32 bytes. */
  public static byte[] of(String secret) {
    MessageDigest sha256 = DigestUtils.getSha256Digest();
    sha256.update(SALT);
    return sha256.digest(secret.getBytes(StandardCharsets.UTF_8));
  }
}
