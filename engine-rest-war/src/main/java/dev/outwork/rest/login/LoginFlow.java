package dev.outwork.rest.login;

import dev.outwork.rest.settings.LoginSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** The way of a browser through a login: to the provider, back with a code, on with a session. */
final class LoginFlow {
  /** In which a person has to log in. */
  static final Duration LONGEST_LOGIN = Duration.ofMinutes(10);

  /** Browsers keep cookies of 4,096 bytes, with their name and attributes. */
  static final int MOST_CHARACTERS_OF_SESSION = 3_800;

  private final LoginSettings settings;
  private final LoginPlaces places;
  private final Cookies cookies;
  private final IdentityProvider provider;
  private final Seal attempts;
  private final Seal sessions;

  LoginFlow(LoginSettings settings, Clock clock) {
    this.settings = settings;
    this.places = LoginPlaces.below(settings.address());
    this.cookies = new Cookies(settings);
    this.provider = new IdentityProvider(settings, clock);
    this.attempts = new Seal(settings.cookieKey(), "login", clock);
    this.sessions = new Seal(settings.cookieKey(), "session", clock);
  }

  LoginPlaces places() {
    return places;
  }

  Cookies cookies() {
    return cookies;
  }

  /** Whose session a cookie holds; empty if it has ended, or the cookie is not ours. */
  Optional<Session> session(String cookie) {
    return sessions.open(cookie).map(Session::of);
  }

  /**
   * Sends the browser to the provider.
   *
   * @param place where it goes after the login, below the root of the API; null for the console
   */
  Step begin(String place) throws LoginFailed {
    Attempt attempt = Attempt.begin(places.of(place).toString());
    String page = provider.begin(attempt, places.callback().toString());
    return Step.to(
        URI.create(page),
        cookies.ofLogin(
            attempt.state(), attempts.close(attempt.claims(), LONGEST_LOGIN), LONGEST_LOGIN));
  }

  /**
   * Takes the browser back from the provider, with a session.
   *
   * @param answer of the provider, which the browser has brought
   * @param sent the values of cookies by their names, null for those that the browser does not have
   */
  Step end(Answer answer, Function<String, String> sent) throws LoginFailed {
    Attempt attempt = attempt(answer.state(), sent);
    if (answer.error() != null) {
      throw new LoginFailed("The provider has refused the login: " + answer.error());
    }
    if (answer.code() == null) {
      throw new LoginFailed("The provider has sent no code");
    }
    Session session = provider.session(attempt, answer.code(), places.callback().toString());
    return Step.to(
        places.of(attempt.place()),
        cookies.ofSession(cookie(session), settings.length()),
        forget(attempt.state()));
  }

  /** What the provider answers, as parameters of an address; each may be null. */
  record Answer(String state, String code, String error) {}

  /** Takes back the cookie of a login that has failed. */
  SentCookie forget(String state) {
    return cookies.ofLogin(state, "", Duration.ZERO);
  }

  private Attempt attempt(String state, Function<String, String> sent) throws LoginFailed {
    Attempt attempt =
        Optional.ofNullable(state)
            .map(known -> sent.apply(cookies.login(known)))
            .flatMap(attempts::open)
            .map(Attempt::of)
            .orElseThrow(
                () -> new LoginFailed("The login took too long, or began in another browser"));
    if (!attempt.state().equals(state)) {
      throw new LoginFailed("The answer of the provider belongs to another login");
    }
    return attempt;
  }

  private String cookie(Session session) throws LoginFailed {
    String cookie = sessions.close(session.claims(), settings.length());
    if (cookie.length() > MOST_CHARACTERS_OF_SESSION) {
      throw new LoginFailed(
          "There are too many groups and tenants for a cookie: %d and %d"
              .formatted(session.groups().size(), session.tenants().size()));
    }
    return cookie;
  }

  /** Takes back the session, and tells where its end at the provider is. */
  Step logout() {
    return Step.to(
        provider.end(places.console().toString()).map(URI::create).orElse(places.out()),
        cookies.ofSession("", Duration.ZERO));
  }
}
