package dev.outwork.mover;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The order of the packages, and where the names of tables are. */
class MoverArchitectureTest {
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Pattern TABLE_OR_COLUMN = Pattern.compile("\\bACT_[A-Z]|\\b[A-Z]+_[\" ]");
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.outwork.mover");

  @Test
  void a_package_depends_on_those_below_it() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("dev.outwork.mover..")
        .layer("command")
        .definedBy("dev.outwork.mover.command")
        .layer("moving")
        .definedBy("dev.outwork.mover.moving")
        .layer("verifying")
        .definedBy("dev.outwork.mover.verifying")
        .layer("converting")
        .definedBy("dev.outwork.mover.converting")
        .layer("destination")
        .definedBy("dev.outwork.mover.destination")
        .layer("showing")
        .definedBy("dev.outwork.mover.showing")
        .layer("judging")
        .definedBy("dev.outwork.mover.judging")
        .layer("reading")
        .definedBy("dev.outwork.mover.reading")
        .layer("source")
        .definedBy("dev.outwork.mover.source")
        .layer("database")
        .definedBy("dev.outwork.mover.database")
        .whereLayer("command")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("moving")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("verifying")
        .mayOnlyBeAccessedByLayers("command", "moving")
        .whereLayer("converting")
        .mayOnlyBeAccessedByLayers("command", "moving", "verifying")
        .whereLayer("destination")
        .mayOnlyBeAccessedByLayers("command", "moving", "verifying", "converting")
        .whereLayer("showing")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("judging")
        .mayOnlyBeAccessedByLayers("command", "showing")
        .whereLayer("reading")
        .mayOnlyBeAccessedByLayers("command", "showing", "judging")
        .whereLayer("source")
        .mayOnlyBeAccessedByLayers("command", "judging", "reading", "converting", "moving")
        .whereLayer("database")
        .mayOnlyBeAccessedByLayers("command", "source", "destination")
        .check(CLASSES);
  }

  @Test
  void models_are_judged_by_the_readers_of_the_engine_and_nothing_else_of_it() {
    ArchRuleDefinition.classes()
        .that()
        .resideInAPackage("dev.outwork.mover..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.outwork.mover..",
            "dev.outwork.api.deployment",
            "dev.outwork.engine.bpmn",
            "dev.outwork.engine.bpmn.reader",
            "dev.outwork.engine.dmn",
            "dev.outwork.engine.expression",
            "com.fasterxml.jackson..",
            "javax.xml.datatype",
            "picocli..",
            "java..")
        .check(CLASSES);
  }

  @Test
  void names_of_tables_and_columns_are_in_one_package() throws IOException {
    List<String> elsewhere;
    try (Stream<Path> files = Files.walk(SOURCES)) {
      elsewhere =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.getParent().endsWith("source"))
              .filter(MoverArchitectureTest::hasNames)
              .map(Path::toString)
              .toList();
    }

    assertThat(elsewhere).isEmpty();
    assertThat(hasNames(SOURCES.resolve("dev/outwork/mover/source/SourceStatement.java"))).isTrue();
  }

  private static boolean hasNames(Path file) {
    try {
      return TABLE_OR_COLUMN.matcher(Files.readString(file)).find();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
