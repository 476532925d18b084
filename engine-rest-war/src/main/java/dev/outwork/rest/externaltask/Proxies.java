package dev.outwork.rest.externaltask;

import dev.outwork.rest.settings.BehindProxy;
import java.util.Collection;
import java.util.Locale;

/** Whether a request has come through a proxy that hides for a while that its client has gone. */
final class Proxies {
  private static final String OLD = "HTTP/1.0";

  private Proxies() {}

  /**
   * Known by what proxies add, and by the version that hardly anybody else speaks, unless the
   * operator says what holds for all requests.
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
