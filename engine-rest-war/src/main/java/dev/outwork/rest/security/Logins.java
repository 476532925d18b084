package dev.outwork.rest.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** How callers authenticate, as the operator has configured it; by default they need not. */
@ApplicationScoped
public class Logins {
  private static final String BASIC = "Basic realm=\"default\"";
  private static final String BEARER = "Bearer realm=\"default\"";

  @Inject private UsersFile users;
  @Inject private BearerTokens tokens;

  /** Whether callers have to authenticate. */
  public boolean areRequired() {
    return users.isRequired() || tokens.areAccepted();
  }

  /** What an unauthenticated caller is told: headers {@code WWW-Authenticate}. */
  List<String> challenges() {
    return challenges(users.isRequired(), tokens.areAccepted());
  }

  static List<String> challenges(boolean byPassword, boolean byToken) {
    if (!byToken) {
      return List.of(BASIC);
    }
    return byPassword ? List.of(BEARER, BASIC) : List.of(BEARER);
  }

  /** What an unauthenticated caller reads. */
  String demand() {
    return demand(users.isRequired(), tokens.areAccepted());
  }

  static String demand(boolean byPassword, boolean byToken) {
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
