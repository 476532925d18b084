package dev.outwork.rest.login;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.outwork.rest.settings.LoginSettings;
import dev.outwork.rest.token.KeySet;
import dev.outwork.rest.token.KeySource;
import dev.outwork.rest.token.KeysUnknown;
import dev.outwork.rest.token.ProviderCall;
import dev.outwork.rest.token.ReadingTurn;
import dev.outwork.rest.token.TokenReader;
import dev.outwork.rest.token.TokenRefused;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** The provider at which people log in: OpenID Connect, code flow, with PKCE. */
final class IdentityProvider {
  /** After which its description is read again. */
  static final Duration MOST_AGE = Duration.ofMinutes(10);

  // A provider that does not answer must not take all threads that serve requests.
  private static final int MOST_EXCHANGES = 16;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final System.Logger LOG = System.getLogger(IdentityProvider.class.getName());

  private final LoginSettings settings;
  private final Clock clock;
  private final ReadingTurn turn;
  private final Semaphore exchanges = new Semaphore(MOST_EXCHANGES);
  private volatile Known known;

  /** What is known of it, and how its tokens are read. */
  private record Known(ProviderDescription description, TokenReader tokens, Instant readAt) {}

  IdentityProvider(LoginSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.turn = new ReadingTurn(clock);
  }

  /** Where a browser begins this login. */
  String begin(Attempt attempt, String callback) throws LoginFailed {
    String page = known().description().authorization();
    Map<String, String> question = new LinkedHashMap<>();
    question.put("response_type", "code");
    question.put("client_id", settings.clientId());
    question.put("redirect_uri", callback);
    question.put("scope", settings.scope());
    question.put("state", attempt.state());
    question.put("nonce", attempt.nonce());
    question.put("code_challenge", attempt.challenge());
    question.put("code_challenge_method", "S256");
    return with(question, page);
  }

  /** Who has logged in, as the provider answers to the code that the browser has brought. */
  Session session(Attempt attempt, String code, String callback) throws LoginFailed {
    Known provider = known();
    String token = token(provider.description(), attempt, code, callback);
    try {
      Map<String, Object> claims = provider.tokens().claims(token);
      if (!attempt.nonce().equals(claims.get("nonce"))) {
        throw new LoginFailed("The token of the provider belongs to another login");
      }
      Object party = claims.get("azp");
      if (party != null && !party.equals(settings.clientId())) {
        throw new LoginFailed("The token of the provider is for another client");
      }
      return Session.of(provider.tokens().bearerOf(claims));
    } catch (TokenRefused e) {
      throw new LoginFailed("The token of the provider is refused: " + e.getMessage());
    } catch (KeysUnknown e) {
      throw new LoginFailed("The keys of the provider cannot be read at present");
    }
  }

  /** Where a person who has logged out here logs out at the provider; empty if nowhere. */
  Optional<String> end(String place) {
    Map<String, String> question =
        Map.of("client_id", settings.clientId(), "post_logout_redirect_uri", place);
    try {
      return known().description().endOfSession().map(page -> with(question, page));
    } catch (LoginFailed e) {
      return Optional.empty();
    }
  }

  private static String with(Map<String, String> question, String page) {
    return page + (page.contains("?") ? "&" : "?") + ProviderCall.encoded(question);
  }

  private String token(
      ProviderDescription description, Attempt attempt, String code, String callback)
      throws LoginFailed {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", callback);
    form.put("code_verifier", attempt.verifier());
    String authorization = null;
    if (settings.clientSecret().isPresent() && description.takesBasic()) {
      authorization = basic(settings.clientId(), settings.clientSecret().get());
    } else {
      form.put("client_id", settings.clientId());
      settings.clientSecret().ifPresent(secret -> form.put("client_secret", secret));
    }
    if (!exchanges.tryAcquire()) {
      throw new LoginFailed("Too many people log in at the same time");
    }
    try {
      return JSON.readTree(new ProviderCall(description.token()).post(form, authorization))
          .path("id_token")
          .asText();
    } catch (JsonProcessingException e) {
      LOG.log(Level.WARNING, "The provider's answer to a login is no JSON");
      throw new LoginFailed("The provider's answer to a login is no JSON");
    } catch (IOException e) {
      LOG.log(
          Level.WARNING,
          () ->
              "The provider does not tell who has logged in: %s".formatted(ProviderCall.reason(e)));
      throw new LoginFailed("The provider does not tell who has logged in");
    } finally {
      exchanges.release();
    }
  }

  // RFC 6749, 2.3.1: both are encoded as in a form.
  private static String basic(String clientId, String secret) {
    String both = ProviderCall.encoded(clientId) + ":" + ProviderCall.encoded(secret);
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  private Known known() throws LoginFailed {
    Known before = known;
    if (before != null && before.readAt().plus(MOST_AGE).isAfter(clock.instant())) {
      return before;
    }
    if (turn.isPausing() || !turn.take()) {
      return found(before);
    }
    try {
      if (known != before) {
        return known;
      }
      return turn.isPausing() ? found(before) : read(before);
    } finally {
      turn.end();
    }
  }

  private static Known found(Known before) throws LoginFailed {
    if (before == null) {
      throw new LoginFailed("The configuration of the provider cannot be read at present");
    }
    return before;
  }

  private Known read(Known before) throws LoginFailed {
    String address = ProviderDescription.address(settings.issuer());
    try {
      ProviderDescription description =
          ProviderDescription.read(new ProviderCall(address).get(), settings.issuer());
      boolean isUnchanged = before != null && before.description().equals(description);
      known =
          new Known(
              description,
              isUnchanged ? before.tokens() : tokens(description.keys()),
              clock.instant());
      return known;
    } catch (IOException e) {
      LOG.log(
          Level.WARNING,
          () ->
              "The configuration of the provider cannot be read from '%s': %s"
                  .formatted(address, ProviderCall.reason(e)));
      turn.pause();
      return found(before);
    }
  }

  private TokenReader tokens(String keys) {
    return new TokenReader(settings.tokens(keys), new KeySet(new KeySource(keys), clock), clock);
  }
}
