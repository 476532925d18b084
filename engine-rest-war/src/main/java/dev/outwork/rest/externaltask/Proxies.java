package dev.outwork.rest.externaltask;

import dev.outwork.rest.settings.BehindProxy;
import java.util.Collection;
import java.util.Locale;

/** Detects proxies that hide for a while that their client has disconnected. */
final class Proxies {
  private static final String OLD = "HTTP/1.0";

  private Proxies() {}

  /**
   * Detects a proxy by the headers that proxies add and by HTTP/1.0, which few others use, unless
   * the operator's setting decides for all requests.
   */
  static boolean areBefore(String protocol, Collection<String> headers, BehindProxy setting) {
    return switch (setting) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> protocol.equals(OLD) || headers.stream().anyMatch(Proxies::isAddedByThem);
    };
  }

  private static boolean isAddedByThem(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return name.equals("via") || name.equals("forwarded") || name.startsWith("x-forwarded-");
  }
}
