package dev.outwork.rest.login;

import java.time.Duration;

/**
 * A cookie that the browser gets.
 *
 * @param length zero takes it back
 */
record SentCookie(String name, String value, Duration length) {
  static SentCookie without(String name) {
    return new SentCookie(name, "", Duration.ZERO);
  }
}
