package dev.outwork.rest.security;

import dev.outwork.rest.login.BrowserLogins;
import dev.outwork.rest.token.TokenRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** How callers authenticate, as the operator has configured it; by default they need not. */
@ApplicationScoped
public class Logins {
  private static final String BASIC = "Basic realm=\"default\"";
  // Of no standard: there is none for cookies, and the header must not be missing.
  private static final String SESSION = "Session realm=\"default\"";
  private static final String BEARER = "Bearer realm=\"default\"";

  @Inject private UsersFile users;
  @Inject private BearerTokens tokens;
  @Inject private BrowserLogins people;

  /** Whether callers have to authenticate. */
  public boolean areRequired() {
    return users.isRequired() || tokens.areAccepted() || people.arePossible();
  }

  /**
   * What an unauthenticated caller is told: headers {@code WWW-Authenticate}.
   *
   * @param isScript whether a page has sent the request that sends people to their login itself; a
   *     browser would ask them for a password instead
   */
  List<String> challenges(boolean isScript) {
    return challenges(
        users.isRequired() && !(isScript && people.arePossible()),
        tokens.areAccepted(),
        people.arePossible());
  }

  static List<String> challenges(boolean byPassword, boolean byToken, boolean bySession) {
    List<String> challenges = new ArrayList<>();
    if (byToken) {
      challenges.add(BEARER);
    }
    if (byPassword) {
      challenges.add(BASIC);
    }
    if (bySession) {
      challenges.add(SESSION);
    }
    return challenges;
  }

  /** What an unauthenticated caller reads. */
  String demand() {
    return demand(users.isRequired(), tokens.areAccepted(), people.arePossible());
  }

  static String demand(boolean byPassword, boolean byToken, boolean bySession) {
    if (!byPassword && !byToken) {
      return "A login in a browser is required";
    }
    return ofCredentials(byPassword, byToken) + (bySession ? ", or a login in a browser" : "");
  }

  private static String ofCredentials(boolean byPassword, boolean byToken) {
    if (!byToken) {
      return "A valid name and password are required";
    }
    return byPassword
        ? "A valid name and password, or a valid bearer token, are required"
        : "A valid bearer token is required";
  }

  /** What a caller is told whose token is refused, as RFC 6750 has it. */
  static String challenge(TokenRefused refusal) {
    return "%s, error=\"invalid_token\", error_description=\"%s\""
        .formatted(BEARER, refusal.getMessage());
  }
}
