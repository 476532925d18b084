package dev.outwork.testkit;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Silences log messages that are normal when an engine starts, works and stops. */
final class QuietLoggers {
  // A logger without a strong reference loses its level.
  private static final List<Logger> LOGGERS =
      Stream.of("dev.outwork", "org.flywaydb", "org.jboss.weld", "com.zaxxer.hikari")
          .map(Logger::getLogger)
          .toList();

  private QuietLoggers() {}

  /** Warnings only, unless the logging configuration sets another level. */
  static void apply() {
    LOGGERS.stream()
        .filter(logger -> logger.getLevel() == null)
        .forEach(logger -> logger.setLevel(Level.WARNING));
  }
}
