package dev.outwork.rest.token;

import dev.outwork.rest.settings.TokenSettings;
import java.nio.ByteBuffer;
import java.security.Key;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.ReservedClaimNames;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/** Reads a signed JSON Web Token: who bears it, if its issuer says so, and says it to us, now. */
public final class TokenReader {
  // Header, claims and signature. One without a signature, or an encrypted one, has other parts.
  private static final Pattern SIGNED = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
  private static final int MOST_CHARACTERS_OF_A_NAME = 255;

  /** Tokens that are remembered, so that a worker's is checked once and not with each call. */
  static final int MOST_CHECKED = 1_000;

  private static final String UNREADABLE =
      "it cannot be read, or no key of its issuer has signed it";

  private static final Map<Integer, String> REASONS = new LinkedHashMap<>();

  static {
    REASONS.put(ErrorCodes.SIGNATURE_INVALID, "no key of its issuer has signed it");
    REASONS.put(ErrorCodes.ISSUER_MISSING, "it is of another issuer");
    REASONS.put(ErrorCodes.ISSUER_INVALID, "it is of another issuer");
    REASONS.put(ErrorCodes.AUDIENCE_MISSING, "it is for another audience");
    REASONS.put(ErrorCodes.AUDIENCE_INVALID, "it is for another audience");
    REASONS.put(ErrorCodes.EXPIRED, "it has expired");
    REASONS.put(ErrorCodes.EXPIRATION_MISSING, "it never expires");
    REASONS.put(ErrorCodes.NOT_YET_VALID, "it is not valid yet");
  }

  private final TokenSettings settings;
  private final KeySet keys;
  private final Clock clock;
  private final AlgorithmConstraints algorithms;
  private final VerificationJwkSelector selector = new VerificationJwkSelector();
  // By a digest: what is in the memory of the server must not open it.
  private final Map<ByteBuffer, Checked> checked = new ConcurrentHashMap<>();

  /** The keys have never been read. */
  private static final class NoKeys extends UnresolvableKeyException {
    private static final long serialVersionUID = 1L;

    NoKeys() {
      super("No key is known");
    }
  }

  /** Who bears a token. */
  public record Bearer(String name, Set<String> groups, Set<String> tenants) {}

  /** A token that is good with these keys until it expires, in seconds of the epoch. */
  private record Checked(Bearer bearer, List<PublicJsonWebKey> keys, long expiresAt) {}

  /** Reads tokens of these settings, with the keys of their issuer. */
  public TokenReader(TokenSettings settings, KeySet keys, Clock clock) {
    this.settings = settings;
    this.keys = keys;
    this.clock = clock;
    this.algorithms =
        new AlgorithmConstraints(
            ConstraintType.PERMIT, settings.algorithms().toArray(String[]::new));
  }

  /**
   * Who bears a token. One that was good is remembered until it expires or the keys have changed.
   *
   * @throws TokenRefused if it opens nothing
   * @throws KeysUnknown if the issuer's keys have never been read
   */
  public Bearer read(String token) throws TokenRefused, KeysUnknown {
    List<PublicJsonWebKey> known = keys.all();
    ByteBuffer digest = ByteBuffer.wrap(SecretDigest.of(token));
    Checked before = checked.get(digest);
    if (before != null && before.keys() == known && !hasExpired(before.expiresAt())) {
      return before.bearer();
    }
    Map<String, Object> claims = claims(token);
    Bearer bearer = bearerOf(claims);
    Number expiresAt = (Number) claims.get(ReservedClaimNames.EXPIRATION_TIME);
    remember(digest, new Checked(bearer, known, expiresAt.longValue()));
    return bearer;
  }

  private boolean hasExpired(long seconds) {
    return clock.instant().minus(settings.leeway()).getEpochSecond() >= seconds;
  }

  private void remember(ByteBuffer digest, Checked good) {
    if (checked.size() >= MOST_CHECKED) {
      checked.clear();
    }
    // Else it may have been checked with other keys.
    if (keys.all() == good.keys()) {
      checked.put(digest, good);
    }
  }

  /** How many tokens are remembered. */
  int remembered() {
    return checked.size();
  }

  /**
   * Who bears a token of these claims.
   *
   * @throws TokenRefused if they have no name
   */
  public Bearer bearerOf(Map<String, Object> claims) throws TokenRefused {
    if (!(claim(claims, settings.nameClaim()) instanceof String name)
        || name.isBlank()
        || name.length() > MOST_CHARACTERS_OF_A_NAME) {
      throw new TokenRefused("its claim '%s' is no name".formatted(settings.nameClaim()));
    }
    return new Bearer(
        name,
        names(claim(claims, settings.groupsClaim())),
        names(claim(claims, settings.tenantsClaim())));
  }

  /**
   * What a token says.
   *
   * @throws TokenRefused if not its issuer says so, or to others, or not now
   * @throws KeysUnknown if the issuer's keys have never been read
   */
  public Map<String, Object> claims(String token) throws TokenRefused, KeysUnknown {
    if (!SIGNED.matcher(token).matches()) {
      throw new TokenRefused("it is no signed token");
    }
    try {
      return new JwtConsumerBuilder()
          .setJwsAlgorithmConstraints(algorithms)
          .setVerificationKeyResolver(this::key)
          .setExpectedIssuer(settings.issuer())
          .setExpectedAudience(settings.audiences().toArray(String[]::new))
          .setRequireExpirationTime()
          .setAllowedClockSkewInSeconds((int) settings.leeway().toSeconds())
          .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
          .build()
          .processToClaims(token)
          .getClaimsMap();
    } catch (InvalidJwtException e) {
      if (e.getCause() instanceof NoKeys) {
        throw new KeysUnknown();
      }
      throw new TokenRefused(reason(e));
    } catch (ClassCastException | NullPointerException e) {
      // The library casts what it finds in a header.
      throw new TokenRefused(UNREADABLE);
    }
  }

  // The library's own text has the claims in it.
  private static String reason(InvalidJwtException refusal) {
    return REASONS.entrySet().stream()
        .filter(reason -> refusal.hasErrorCode(reason.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(UNREADABLE);
  }

  private Key key(JsonWebSignature signature, List<JsonWebStructure> around)
      throws UnresolvableKeyException {
    try {
      // Before a key is looked for: nobody else's algorithm makes us read the keys again.
      algorithms.checkConstraint(signature.getAlgorithmHeaderValue());
      List<PublicJsonWebKey> known = keys.all();
      PublicJsonWebKey fitting = fitting(signature, known);
      if (fitting == null) {
        fitting = fitting(signature, keys.allBut(known));
      }
      if (fitting == null) {
        throw keys.isKnown() ? new UnresolvableKeyException("No key fits") : new NoKeys();
      }
      return fitting.getPublicKey();
    } catch (UnresolvableKeyException e) {
      throw e;
    } catch (JoseException e) {
      throw new UnresolvableKeyException("No key fits", e);
    }
  }

  private PublicJsonWebKey fitting(JsonWebSignature signature, List<PublicJsonWebKey> among)
      throws JoseException {
    return (PublicJsonWebKey)
        selector.selectWithVerifySignatureDisambiguate(signature, List.<JsonWebKey>copyOf(among));
  }

  /** The value of a claim, or of one in an object of a claim: {@code realm_access.roles}. */
  private static Object claim(Map<?, ?> claims, String name) {
    int dot = name.indexOf('.');
    if (claims.containsKey(name) || dot < 0) {
      return claims.get(name);
    }
    return claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
        ? claim(inner, name.substring(dot + 1))
        : null;
  }

  private static Set<String> names(Object claim) {
    return (claim instanceof Collection<?> several ? several.stream() : Stream.ofNullable(claim))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .collect(Collectors.toUnmodifiableSet());
  }
}
