package dev.outwork.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The laws of the packages of the test kit. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.outwork.testkit");

  @Test
  void assertions_can_be_laid_into_an_archive_with_the_api_and_assertj_alone() {
    classes()
        .that()
        .resideInAPackage("dev.outwork.testkit.assertions")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.outwork.testkit.assertions",
            "dev.outwork.api..",
            "jakarta.enterprise..",
            "org.assertj..",
            "java..")
        .check(CLASSES);
  }

  @Test
  void what_stands_in_for_a_server_knows_nothing_of_tests() {
    noClasses()
        .that()
        .resideInAPackage("dev.outwork.testkit.container")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.junit..", "org.assertj..")
        .check(CLASSES);
  }

  @Test
  void packages_have_no_cycles() {
    slices().matching("dev.outwork.(**)").should().beFreeOfCycles().check(CLASSES);
  }
}
