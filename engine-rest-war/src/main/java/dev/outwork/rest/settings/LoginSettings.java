package dev.outwork.rest.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The operator's settings of logins at an identity provider (docs/operations.md, "Logins of
 * people"): people can log in if there is an issuer.
 *
 * @param issuer of the provider, below which its configuration is published
 * @param clientId by which the provider knows the engine
 * @param clientSecret empty if the provider knows it as a public client
 * @param address of the engine, as browsers see it, without a {@code /} at its end
 * @param cookieKey text from which the key of the cookies is derived, the same on each node
 * @param scope what the provider is asked for
 * @param length of a session
 * @param nameClaim has the name of the user
 * @param groupsClaim has the user's groups
 * @param tenantsClaim has the user's tenants
 */
public record LoginSettings(
    String issuer,
    String clientId,
    Optional<String> clientSecret,
    URI address,
    String cookieKey,
    String scope,
    Duration length,
    String nameClaim,
    String groupsClaim,
    String tenantsClaim) {
  public static final String ISSUER = "outwork.login.issuer";
  public static final String CLIENT_ID = "outwork.login.client-id";
  public static final String CLIENT_SECRET = "outwork.login.client-secret";
  public static final String ADDRESS = "outwork.login.address";
  public static final String COOKIE_KEY = "outwork.login.cookie-key";
  public static final String SCOPE = "outwork.login.scope";
  public static final String HOURS = "outwork.login.hours";
  public static final String NAME_CLAIM = "outwork.login.name-claim";
  public static final String GROUPS_CLAIM = "outwork.login.groups-claim";
  public static final String TENANTS_CLAIM = "outwork.login.tenants-claim";

  private static final IssuerSettings SETTINGS =
      new IssuerSettings(
          ISSUER,
          List.of(
              CLIENT_ID,
              CLIENT_SECRET,
              ADDRESS,
              COOKIE_KEY,
              SCOPE,
              HOURS,
              NAME_CLAIM,
              GROUPS_CLAIM,
              TENANTS_CLAIM));

  /** Of random characters: more than anybody can try out. */
  static final int LEAST_CHARACTERS_OF_KEY = 32;

  private static final int DEFAULT_HOURS = 8;
  private static final int MOST_HOURS = 168;

  /** Empty if nobody logs in at a provider; fails if a setting is not valid, or one is missing. */
  public static Optional<LoginSettings> read() {
    long hours = RestSettings.number(HOURS, DEFAULT_HOURS, MOST_HOURS);
    Optional<String> issuer = SETTINGS.read();
    if (issuer.isEmpty()) {
      return Optional.empty();
    }
    if (hours == 0) {
      throw new IllegalStateException("%s is 0: a session has a length".formatted(HOURS));
    }
    return Optional.of(
        new LoginSettings(
            issuer.get(),
            SETTINGS.required(CLIENT_ID),
            SETTINGS.text(CLIENT_SECRET),
            address(SETTINGS.required(ADDRESS)),
            key(SETTINGS.required(COOKIE_KEY)),
            scope(SETTINGS.text(SCOPE).orElse("openid profile")),
            Duration.ofHours(hours),
            SETTINGS.text(NAME_CLAIM).orElse("sub"),
            SETTINGS.text(GROUPS_CLAIM).orElse("groups"),
            SETTINGS.text(TENANTS_CLAIM).orElse("tenants")));
  }

  /** How the provider's tokens about a login are read, once it has told where its keys are. */
  public TokenSettings tokens(String keys) {
    return TokenSettings.ofLogins(this, keys);
  }

  /** Whether browsers send the cookies over TLS only. */
  public boolean isSecure() {
    return address.getScheme().equals("https");
  }

  private static URI address(String text) {
    URI address = uri(text.replaceFirst("/+$", ""));
    boolean isAddress =
        ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
            && address.getHost() != null
            && address.getRawQuery() == null
            && address.getRawFragment() == null
            && address.getRawUserInfo() == null;
    if (!isAddress) {
      throw new IllegalStateException(
          "%s is '%s': write the address of the engine as browsers see it, such as https://engine.example.com/engine-rest"
              .formatted(ADDRESS, text));
    }
    return address;
  }

  private static URI uri(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      // Refused below: it has no scheme.
      return URI.create("");
    }
  }

  private static String key(String text) {
    if (text.length() < LEAST_CHARACTERS_OF_KEY) {
      throw new IllegalStateException(
          "%s has fewer than %d characters".formatted(COOKIE_KEY, LEAST_CHARACTERS_OF_KEY));
    }
    return text;
  }

  private static String scope(String text) {
    if (Stream.of(text.split("\\s+")).noneMatch("openid"::equals)) {
      throw new IllegalStateException("%s is '%s': it must have 'openid'".formatted(SCOPE, text));
    }
    return text;
  }
}
