package dev.outwork.rest.security;

/** A bearer token opens nothing, for the reason in the message; it has no part of the token. */
final class TokenRefused extends Exception {
  private static final long serialVersionUID = 1L;

  TokenRefused(String reason) {
    super(reason);
  }
}
