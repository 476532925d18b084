package dev.outwork.engine.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.outwork.engine.architecture.EngineClasses.in;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.Texts;
import dev.outwork.engine.database.Ids;
import jakarta.ejb.ApplicationException;
import org.junit.jupiter.api.Test;

/** What the model, the tokens and everything but decisions must not know. */
class DependenciesTest {
  private static final DescribedPredicate<JavaClass> CONTAINER_OR_DATABASE =
      resideInAnyPackage(
          "jakarta.annotation..",
          "jakarta.ejb..",
          "jakarta.enterprise..",
          "jakarta.inject..",
          "jakarta.persistence..",
          "jakarta.transaction..",
          "java.sql..",
          "javax.sql..");

  @Test
  void the_model_knows_no_container_but_its_expression_language() {
    noClasses()
        .that()
        .resideInAnyPackage(in("expression"), in("bpmn"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("jakarta..", "java.sql..", "javax.sql..")
                .and(not(resideInAPackage("jakarta.el.."))))
        .check(EngineClasses.ALL);
  }

  /** Nor does anything that it uses, but for the annotation of the API's exceptions. */
  @Test
  void what_moves_tokens_knows_no_container_and_no_database() {
    noClasses()
        .that()
        .resideInAPackage(in("token"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("jakarta..", in("database"))
                .and(not(type(Ids.class)))
                .or(CONTAINER_OR_DATABASE))
        .check(EngineClasses.ALL);
    noClasses()
        .that()
        .resideInAPackage(in("token"))
        .should()
        .transitivelyDependOnClassesThat(
            CONTAINER_OR_DATABASE.and(not(type(ApplicationException.class))))
        .check(EngineClasses.ALL);
  }

  @Test
  void the_model_knows_nothing_of_the_engine_but_its_exceptions() {
    classes()
        .that()
        .resideInAPackage(in("bpmn"))
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("dev.outwork.."))
                .or(resideInAnyPackage(in("expression"), in("bpmn")))
                .or(
                    DescribedPredicate.describe(
                        "exceptions and what is in them",
                        type -> isException(type.getEnclosingClass().orElse(type))))
                .or(type(Texts.class)))
        .check(EngineClasses.ALL);
  }

  private static boolean isException(JavaClass type) {
    return type.isAssignableTo(ProcessEngineException.class);
  }

  @Test
  void the_api_for_traces_is_known_in_one_package() {
    noClasses()
        .that()
        .resideOutsideOfPackage(in("tracing"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.opentelemetry..")
        .check(EngineClasses.ALL);
  }

  @Test
  void the_library_for_decisions_is_known_in_one_package() {
    noClasses()
        .that()
        .resideOutsideOfPackage(in("dmn"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.operaton.bpm.dmn..",
            "org.operaton.bpm.model.dmn..",
            "org.operaton.bpm.engine..",
            "org.camunda.feel..",
            "camundajar..")
        .check(EngineClasses.ALL);
  }
}
