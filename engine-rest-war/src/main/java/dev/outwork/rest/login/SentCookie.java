package dev.outwork.rest.login;

import java.time.Duration;

/**
 * A cookie that the browser gets.
 *
 * @param path below which the browser sends it back
 * @param length zero takes it back
 */
record SentCookie(String name, String path, String value, Duration length) {}
