package dev.outwork.mover.source;

import dev.outwork.mover.database.DatabaseException.Kind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The version of the schema, as the source has logged it.
 *
 * @param text as logged
 * @param engine whose versions these are
 */
public record SchemaVersion(String text, String engine) {
  /** Operaton logs the version of Camunda 7 whose tables it has. */
  private static final Set<String> CAMUNDA =
      IntStream.rangeClosed(13, 24)
          .mapToObj(minor -> "7." + minor)
          .collect(Collectors.toUnmodifiableSet());

  /** Since 2.1 it counts for itself; the tables of 7.24 are still the same there. */
  private static final Set<String> CIB_SEVEN = Set.of("2.1", "2.2", "2.3");

  private static final Pattern VERSION = Pattern.compile("(?:cibseven-)?(\\d+\\.\\d+)(?:\\..*)?");

  /** The newest of the logged versions, in the order in which they were logged, oldest first. */
  static SchemaVersion of(List<String> logged) {
    if (logged.isEmpty()) {
      throw new SourceException(
          Kind.NOT_SUPPORTED, "The schema log is empty: Camunda 7.13 to 7.24 log their version");
    }
    String newest = logged.get(logged.size() - 1);
    Matcher version = VERSION.matcher(newest);
    if (version.matches() && CAMUNDA.contains(version.group(1))) {
      return new SchemaVersion(newest, "Camunda 7 or Operaton");
    }
    if (version.matches() && CIB_SEVEN.contains(version.group(1))) {
      return new SchemaVersion(newest, "CIB seven");
    }
    throw new SourceException(
        Kind.NOT_SUPPORTED,
        "The schema has version '%s'; known are 7.13 to 7.24 (Camunda 7, Operaton) and %s (CIB seven)"
            .formatted(newest, new TreeSet<>(CIB_SEVEN)));
  }
}
