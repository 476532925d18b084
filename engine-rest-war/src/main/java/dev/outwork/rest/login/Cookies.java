package dev.outwork.rest.login;

import dev.outwork.rest.settings.LoginSettings;
import jakarta.ws.rs.core.NewCookie;

/** The cookies of logins: no script can read them, and no other site makes a browser send them. */
final class Cookies {
  private static final String SECURE = "__Secure-";

  private static final String LOGIN = "outwork-login-";

  private final boolean isSecure;
  private final String path;

  Cookies(LoginSettings settings) {
    this.isSecure = settings.isSecure();
    String below = settings.address().getRawPath();
    this.path = below.isEmpty() ? "/" : below;
  }

  /** The name of the cookie of a session. */
  String session() {
    return name("outwork-session");
  }

  /** The name of the cookie of a login under way, by what the provider sends back. */
  String login(String state) {
    return name(LOGIN + state);
  }

  // Only a page over TLS can set a cookie of such a name.
  private String name(String plain) {
    return isSecure ? SECURE + plain : plain;
  }

  private String ofLogins() {
    return path.endsWith("/") ? path + "login" : path + "/login";
  }

  NewCookie header(SentCookie sent) {
    return new NewCookie.Builder(sent.name())
        .value(sent.value())
        .path(sent.name().contains(LOGIN) ? ofLogins() : path)
        .maxAge((int) sent.length().toSeconds())
        .secure(isSecure)
        .httpOnly(true)
        // Not strict: who follows a link from a mail is still logged in.
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
