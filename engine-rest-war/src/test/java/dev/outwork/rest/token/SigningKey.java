package dev.outwork.rest.token;

import java.util.List;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A key with which an issuer signs tokens. */
public record SigningKey(PublicJsonWebKey key, String algorithm) {
  public static SigningKey rsa(String id) throws JoseException {
    return of(RsaJwkGenerator.generateJwk(2048), id, AlgorithmIdentifiers.RSA_USING_SHA256);
  }

  static SigningKey ec(String id) throws JoseException {
    return of(
        EcJwkGenerator.generateJwk(EllipticCurves.P256),
        id,
        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
  }

  static SigningKey ed25519(String id) throws JoseException {
    return of(OkpJwkGenerator.generateJwk("Ed25519"), id, AlgorithmIdentifiers.EDDSA);
  }

  private static SigningKey of(PublicJsonWebKey key, String id, String algorithm) {
    key.setKeyId(id);
    return new SigningKey(key, algorithm);
  }

  SigningKey by(String otherAlgorithm) {
    return new SigningKey(key, otherAlgorithm);
  }

  public String sign(JwtClaims claims) throws JoseException {
    return unsigned(claims).getCompactSerialization();
  }

  JsonWebSignature unsigned(JwtClaims claims) {
    JsonWebSignature token = new JsonWebSignature();
    token.setPayload(claims.toJson());
    token.setKeyIdHeaderValue(key.getKeyId());
    token.setAlgorithmHeaderValue(algorithm);
    token.setKey(key.getPrivateKey());
    return token;
  }

  /** What the issuer publishes. */
  public static String published(SigningKey... keys) {
    return new JsonWebKeySet(List.of(keys).stream().map(SigningKey::key).toList())
        .toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
  }
}
