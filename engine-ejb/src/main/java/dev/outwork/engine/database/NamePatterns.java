package dev.outwork.engine.database;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A set of names: exact ones, and all that begin with a prefix. Immutable. */
public final class NamePatterns {
  /** At the end of a pattern: all names that begin with what is before it. */
  public static final String ANYTHING = "*";

  public static final NamePatterns NONE = of(List.of());
  public static final NamePatterns ALL = of(List.of(ANYTHING));

  private final Set<String> exact = new HashSet<>();
  // None of them begins with another one.
  private final NavigableSet<String> prefixes = new TreeSet<>();

  private NamePatterns(Collection<String> patterns) {
    // A prefix comes before all that begin with it.
    patterns.stream()
        .filter(NamePatterns::isPrefix)
        .map(pattern -> pattern.substring(0, pattern.length() - ANYTHING.length()))
        .sorted()
        .filter(prefix -> !begins(prefix))
        .forEach(prefixes::add);
    patterns.stream()
        .filter(pattern -> !isPrefix(pattern))
        .filter(name -> !begins(name))
        .forEach(exact::add);
  }

  /**
   * The names that match one of these patterns.
   *
   * @param patterns each a name, or a prefix followed by {@code *}
   */
  public static NamePatterns of(Collection<String> patterns) {
    return new NamePatterns(patterns);
  }

  private static boolean isPrefix(String pattern) {
    return pattern.endsWith(ANYTHING);
  }

  /** Whether it is one of these; null is none, even of all. */
  public boolean has(String name) {
    return name != null && (exact.contains(name) || begins(name));
  }

  // Between a prefix and a name that begins with it, there are only names that begin with it.
  private boolean begins(String name) {
    String nearest = prefixes.floor(name);
    return nearest != null && name.startsWith(nearest);
  }

  public boolean isAll() {
    return prefixes.contains("");
  }

  public boolean isEmpty() {
    return exact.isEmpty() && prefixes.isEmpty();
  }

  /** Patterns that match these names, and no more than are needed. */
  public List<String> patterns() {
    return Stream.concat(
            prefixes.stream().map(prefix -> prefix + ANYTHING), exact.stream().sorted())
        .toList();
  }

  Set<String> exact() {
    return Set.copyOf(exact);
  }

  Set<String> prefixes() {
    return Set.copyOf(prefixes);
  }
}
