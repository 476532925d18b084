package dev.outwork.describe;

import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.ScanResult;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Names schemas after their classes. Classes of the same name are prefixed with their package, and
 * with the enclosing class if that is not enough.
 */
final class SchemaNames extends TypeNameResolver {
  private static final String ROOT = "dev.outwork";

  private final Map<String, Long> uses;

  SchemaNames() {
    try (ScanResult found =
        new ClassGraph()
            .acceptPackages(ROOT)
            .overrideClassLoaders(SchemaNames.class.getClassLoader())
            .ignoreClassVisibility()
            .scan()) {
      uses =
          found.getAllClasses().stream()
              .map(ClassInfo::loadClass)
              .flatMap(type -> candidates(type).stream().distinct())
              .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    }
  }

  @Override
  protected String getNameOfClass(Class<?> type) {
    return candidates(type).stream()
        .filter(name -> uses.getOrDefault(name, 0L) <= 1)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No unique schema name for " + type));
  }

  private static List<String> candidates(Class<?> type) {
    String simple = type.getSimpleName();
    String feature = type.getPackageName();
    feature = feature.substring(feature.lastIndexOf('.') + 1);
    feature = feature.substring(0, 1).toUpperCase(Locale.ROOT) + feature.substring(1);
    Class<?> around = type.getDeclaringClass();
    return around == null
        ? List.of(simple, feature + simple)
        : List.of(simple, feature + simple, feature + around.getSimpleName() + simple);
  }
}
