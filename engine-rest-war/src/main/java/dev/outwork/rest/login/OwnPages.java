package dev.outwork.rest.login;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Whether the engine's own pages have sent a request. A browser sends cookies whoever makes it send
 * a request, also those of pages of other origins that the operator lets in.
 *
 * @param origin of the engine's pages, as browsers write it
 */
public record OwnPages(String origin) {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  /** Whether a request of this method changes nothing. */
  public static boolean isSafe(String method) {
    return SAFE.contains(method);
  }

  static OwnPages at(URI address) {
    String scheme = address.getScheme().toLowerCase(Locale.ROOT);
    int standard = scheme.equals("https") ? 443 : 80;
    String host = address.getHost().toLowerCase(Locale.ROOT);
    boolean isStandard = address.getPort() < 0 || address.getPort() == standard;
    return new OwnPages(scheme + "://" + host + (isStandard ? "" : ":" + address.getPort()));
  }

  /** Whether they have sent it, or, if it changes nothing, a person who follows a link. */
  boolean sent(ContainerRequestContext request) {
    return sent(
        request.getMethod(),
        request.getHeaderString("Origin"),
        request.getHeaderString("Sec-Fetch-Site"));
  }

  boolean sent(String method, String from, String site) {
    return from == null ? "same-origin".equals(site) || isSafe(method) : from.equals(origin);
  }
}
