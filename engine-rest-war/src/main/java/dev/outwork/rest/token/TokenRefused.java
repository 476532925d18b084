package dev.outwork.rest.token;

/** A bearer token opens nothing, for the reason in the message; it has no part of the token. */
public final class TokenRefused extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says why. */
  public TokenRefused(String reason) {
    super(reason);
  }
}
