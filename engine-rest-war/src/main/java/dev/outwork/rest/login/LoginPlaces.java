package dev.outwork.rest.login;

import dev.outwork.rest.token.ProviderCall;
import java.net.URI;

/**
 * Addresses of the engine between which a login moves a browser.
 *
 * @param root of the API, as browsers see it, with a {@code /} at its end
 */
record LoginPlaces(URI root) {
  private static final String CONSOLE = "app/";

  // It has to fit into a cookie.
  private static final int MOST_CHARACTERS = 2_000;

  static LoginPlaces below(URI address) {
    return new LoginPlaces(URI.create(address + "/"));
  }

  /** Where a login begins. */
  URI login() {
    return root.resolve("login");
  }

  /** Where a login begins after which the browser goes back to a place. */
  URI loginFrom(String place) {
    return root.resolve("login?from=" + ProviderCall.encoded(place));
  }

  /** To where the provider sends the browser back; the provider has to know it. */
  URI callback() {
    return root.resolve("login/callback");
  }

  /** What a person reads who has logged out here, and cannot do so at the provider. */
  URI out() {
    return root.resolve("login/out");
  }

  /** The console, where people are who come from nowhere. */
  URI console() {
    return root.resolve(CONSOLE);
  }

  /** A place below the root, or the console if it is none: nobody is sent elsewhere. */
  URI of(String place) {
    if (place == null || place.length() > MOST_CHARACTERS) {
      return console();
    }
    try {
      URI wanted = root.resolve(place).normalize();
      boolean isBelow =
          wanted.toString().startsWith(root.toString())
              && !wanted.getPath().startsWith(login().getPath());
      return isBelow ? wanted : console();
    } catch (IllegalArgumentException e) {
      return console();
    }
  }
}
