package dev.outwork.rest.login;

/** Nobody has logged in, for the reason in the message; it has no secret. */
final class LoginFailed extends Exception {
  private static final long serialVersionUID = 1L;

  LoginFailed(String reason) {
    super(reason);
  }
}
