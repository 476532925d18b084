package dev.outwork.testkit;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Keeps from the console what is normal when an engine starts, works and stops. */
final class QuietLoggers {
  // Who holds no logger loses its level.
  private static final List<Logger> LOGGERS =
      Stream.of("dev.outwork", "org.flywaydb", "org.jboss.weld", "com.zaxxer.hikari")
          .map(Logger::getLogger)
          .toList();

  private QuietLoggers() {}

  /** Warnings only, unless the logging's configuration names another level for one of them. */
  static void apply() {
    LOGGERS.stream()
        .filter(logger -> logger.getLevel() == null)
        .forEach(logger -> logger.setLevel(Level.WARNING));
  }
}
