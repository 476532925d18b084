package dev.outwork.rest.login;

import dev.outwork.rest.settings.LoginSettings;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/** The cookies of logins: no script can read them, and no other site makes a browser send them. */
final class Cookies {
  private static final String SECURE = "__Secure-";

  private final boolean isSecure;
  private final String path;

  Cookies(LoginSettings settings) {
    this.isSecure = settings.isSecure();
    this.path = settings.address().getRawPath();
  }

  /** The name of the cookie of a session. */
  String session() {
    return name("outwork-session");
  }

  /** The name of the cookie of a login under way, by what the provider sends back. */
  String login(String state) {
    return name("outwork-login-" + state);
  }

  // Only a page over TLS can set a cookie of such a name.
  private String name(String plain) {
    return isSecure ? SECURE + plain : plain;
  }

  SentCookie ofSession(String value, Duration length) {
    return new SentCookie(session(), path.isEmpty() ? "/" : path, value, length);
  }

  SentCookie ofLogin(String state, String value, Duration length) {
    return new SentCookie(login(state), path + "/login", value, length);
  }

  NewCookie header(SentCookie sent) {
    return new NewCookie.Builder(sent.name())
        .value(sent.value())
        .path(sent.path())
        .maxAge((int) sent.length().toSeconds())
        .secure(isSecure)
        .httpOnly(true)
        // Not strict: who follows a link from a mail is still logged in.
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
