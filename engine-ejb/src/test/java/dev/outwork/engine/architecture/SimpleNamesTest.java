package dev.outwork.engine.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The names of classes in the main sources of all modules. */
class SimpleNamesTest {
  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final Path SOURCES = Path.of("src", "main", "java");

  /** Names that stand for two classes, each with the reason. */
  private static final Map<String, String> TWICE =
      Map.of(
          "Deployment",
          "a record of the API, and the annotation of the test kit: both are called so in Camunda 7");

  @Test
  void a_simple_name_stands_for_one_class() throws IOException {
    Map<String, TreeSet<String>> places = new TreeMap<>();
    for (Path module : modules()) {
      try (Stream<Path> files = Files.walk(module.resolve(SOURCES))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .forEach(
                file ->
                    places
                        .computeIfAbsent(simpleName(file), name -> new TreeSet<>())
                        .add(REPOSITORY.relativize(file).toString()));
      }
    }
    places.remove("package-info");
    places.remove("module-info");
    assertThat(places).containsKeys("ExternalTask", "ExternalTasks", "ExternalTaskResource");
    places.values().removeIf(found -> found.size() == 1);

    assertThat(places.keySet()).isEqualTo(TWICE.keySet());
  }

  private static TreeSet<Path> modules() throws IOException {
    try (Stream<Path> entries = Files.list(REPOSITORY)) {
      return entries
          .filter(entry -> Files.isDirectory(entry.resolve(SOURCES)))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String simpleName(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }
}
