package dev.outwork.delegate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Optional dependencies are not loaded. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.outwork.delegate");

  @Test
  void the_caller_of_code_depends_on_no_transport() {
    noClasses()
        .that()
        .resideInAPackage("dev.outwork.delegate")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.outwork.delegate.*",
            "dev.outwork.api.worker..",
            "dev.outwork.api.externaltask..",
            "org.camunda.bpm.client..",
            "com.fasterxml..")
        .check(CLASSES);
  }

  @Test
  void each_way_to_tasks_goes_without_the_other() {
    noClasses()
        .that()
        .resideInAPackage("dev.outwork.delegate.client")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.outwork.delegate.server", "jakarta..", "com.fasterxml..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("dev.outwork.delegate.server")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.outwork.delegate.client", "org.camunda.bpm.client..")
        .check(CLASSES);
  }

  @Test
  void only_objects_in_json_need_jackson() {
    noClasses()
        .that()
        .doNotHaveSimpleName("JsonObjects")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml..")
        .check(CLASSES);
  }

  @Test
  void cdi_is_optional() {
    noClasses()
        .that()
        .resideInAPackage("dev.outwork.delegate")
        .and()
        .haveSimpleNameNotStartingWith("Cdi")
        .and()
        .doNotHaveSimpleName("Beans")
        .and()
        .doNotHaveSimpleName("Made")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta..")
        .check(CLASSES);
  }
}
