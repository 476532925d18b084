package dev.outwork.engine.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.outwork.engine.architecture.EngineClasses.ENGINE;
import static dev.outwork.engine.architecture.EngineClasses.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A package depends on those below it, never the other way. */
class PackagesTest {
  /** A package may depend on those before it. */
  private static final List<String> PACKAGES =
      List.of(
          "inject",
          "tracing",
          "concurrent",
          "together",
          "tally",
          "database",
          "right",
          "authorization",
          "operation",
          "metrics",
          "batch",
          "expression",
          "bpmn",
          "bpmn.reader",
          "dmn",
          "variable",
          "incident",
          "deployment",
          "decision",
          "token",
          "instance",
          "history",
          "job",
          "event",
          "usertask",
          "form",
          "externaltask",
          "waiting",
          "numbers",
          "worker");

  @Test
  void every_package_has_its_place_in_the_order() {
    Set<String> found =
        EngineClasses.ALL.stream()
            .map(type -> type.getPackageName().substring(ENGINE.length() + 1))
            .collect(Collectors.toSet());

    assertThat(found).containsExactlyInAnyOrderElementsOf(PACKAGES);
  }

  static List<String> packages() {
    return PACKAGES;
  }

  @ParameterizedTest
  @MethodSource("packages")
  void a_package_depends_on_none_that_comes_after_it(String name) {
    String[] after =
        IntStream.range(PACKAGES.indexOf(name) + 1, PACKAGES.size())
            .mapToObj(i -> in(PACKAGES.get(i)))
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage(in(name))
        .should()
        .dependOnClassesThat(resideInAnyPackage(after))
        .check(EngineClasses.ALL);
  }

  @Test
  void packages_have_no_cycles() {
    slices().matching(ENGINE + ".(*)..").should().beFreeOfCycles().check(EngineClasses.ALL);
  }
}
