package dev.outwork.rest.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The operator's settings of bearer tokens (docs/operations.md, "Bearer tokens"): they are accepted
 * if there is an issuer.
 *
 * @param issuer the claim {@code iss} of every token
 * @param audiences one of them is in the claim {@code aud} of every token
 * @param keys path of a file, or address, of the issuer's JSON Web Key Set
 * @param leeway by which clocks may differ
 * @param algorithms of signatures, all of them asymmetric
 * @param nameClaim has the name of the user
 * @param groupsClaim has the user's groups
 * @param tenantsClaim has the user's tenants
 */
public record TokenSettings(
    String issuer,
    List<String> audiences,
    String keys,
    Duration leeway,
    List<String> algorithms,
    String nameClaim,
    String groupsClaim,
    String tenantsClaim) {
  public static final String ISSUER = "outwork.tokens.issuer";
  public static final String AUDIENCE = "outwork.tokens.audience";
  public static final String KEYS = "outwork.tokens.keys";
  public static final String LEEWAY_SECONDS = "outwork.tokens.leeway-seconds";
  public static final String ALGORITHMS = "outwork.tokens.algorithms";
  public static final String NAME_CLAIM = "outwork.tokens.name-claim";
  public static final String GROUPS_CLAIM = "outwork.tokens.groups-claim";
  public static final String TENANTS_CLAIM = "outwork.tokens.tenants-claim";

  private static final IssuerSettings SETTINGS =
      new IssuerSettings(
          ISSUER,
          List.of(
              AUDIENCE, KEYS, LEEWAY_SECONDS, ALGORITHMS, NAME_CLAIM, GROUPS_CLAIM, TENANTS_CLAIM));

  // Of symmetric ones, whoever can check a token can issue it; and a public key could pass for a
  // secret.
  private static final String ALL_ALGORITHMS =
      "RS256,RS384,RS512,PS256,PS384,PS512,ES256,ES384,ES512,EdDSA";

  private static final int DEFAULT_LEEWAY_SECONDS = 30;
  private static final int MOST_LEEWAY_SECONDS = 600;

  /** Empty if tokens are not accepted; fails if a setting is not valid, or one is missing. */
  public static Optional<TokenSettings> read() {
    long leewaySeconds =
        RestSettings.number(LEEWAY_SECONDS, DEFAULT_LEEWAY_SECONDS, MOST_LEEWAY_SECONDS);
    List<String> algorithms = allowedAlgorithms();
    return SETTINGS
        .read()
        .map(
            issuer ->
                new TokenSettings(
                    issuer,
                    list(AUDIENCE, SETTINGS.required(AUDIENCE)),
                    SETTINGS.required(KEYS),
                    Duration.ofSeconds(leewaySeconds),
                    algorithms,
                    SETTINGS.text(NAME_CLAIM).orElse("sub"),
                    SETTINGS.text(GROUPS_CLAIM).orElse("groups"),
                    SETTINGS.text(TENANTS_CLAIM).orElse("tenants")));
  }

  /** Those of tokens that tell a client, which is their audience, who has logged in. */
  static TokenSettings ofLogins(LoginSettings logins, String keys) {
    return new TokenSettings(
        logins.issuer(),
        List.of(logins.clientId()),
        keys,
        Duration.ofSeconds(DEFAULT_LEEWAY_SECONDS),
        list(ALGORITHMS, ALL_ALGORITHMS),
        logins.nameClaim(),
        logins.groupsClaim(),
        logins.tenantsClaim());
  }

  private static List<String> allowedAlgorithms() {
    List<String> algorithms =
        list(ALGORITHMS, RestSettings.value(ALGORITHMS).orElse(ALL_ALGORITHMS));
    Set<String> all = Set.copyOf(list(ALGORITHMS, ALL_ALGORITHMS));
    for (String algorithm : algorithms) {
      if (!all.contains(algorithm)) {
        throw new IllegalStateException(
            "%s has '%s': allowed are %s".formatted(ALGORITHMS, algorithm, ALL_ALGORITHMS));
      }
    }
    return algorithms;
  }

  private static List<String> list(String name, String text) {
    List<String> all = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    if (all.contains("")) {
      throw new IllegalStateException(
          "%s is '%s': between two commas there must be something".formatted(name, text));
    }
    return all;
  }
}
