package dev.outwork.rest.login;

import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.AesKey;
import org.jose4j.lang.JoseException;

/**
 * Makes texts that only the nodes of this engine can make and read, until they expire: encrypted
 * JSON Web Tokens. A seal opens only what a seal of the same secret and purpose has closed.
 */
final class Seal {
  private static final String MANAGEMENT = KeyManagementAlgorithmIdentifiers.DIRECT;
  private static final String ENCRYPTION = ContentEncryptionAlgorithmIdentifiers.AES_256_GCM;

  private final Key key;
  private final Clock clock;

  Seal(String secret, String purpose, Clock clock) {
    this.key = new AesKey(new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmac(purpose));
    this.clock = clock;
  }

  /** A text of these claims, of characters that a cookie may have. */
  String close(Map<String, ?> claims, Duration length) {
    JwtClaims sealed = new JwtClaims();
    claims.forEach(sealed::setClaim);
    sealed.setExpirationTime(NumericDate.fromMilliseconds(clock.millis() + length.toMillis()));
    JsonWebEncryption text = new JsonWebEncryption();
    text.setPayload(sealed.toJson());
    text.setAlgorithmHeaderValue(MANAGEMENT);
    text.setEncryptionMethodHeaderParameter(ENCRYPTION);
    text.setKey(key);
    try {
      return text.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("Cannot encrypt", e);
    }
  }

  /** The claims of a text; empty if it has expired, or comes from somebody else. */
  Optional<Map<String, Object>> open(String text) {
    try {
      return Optional.of(reader().processToClaims(text).getClaimsMap());
    } catch (InvalidJwtException | ClassCastException | NullPointerException e) {
      // The library casts what it finds in a header.
      return Optional.empty();
    }
  }

  private JwtConsumer reader() {
    return new JwtConsumerBuilder()
        .setDisableRequireSignature()
        .setEnableRequireEncryption()
        .setJweAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, MANAGEMENT))
        .setJweContentEncryptionAlgorithmConstraints(
            new AlgorithmConstraints(ConstraintType.PERMIT, ENCRYPTION))
        .setDecryptionKey(key)
        .setRequireExpirationTime()
        .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
        .build();
  }
}
