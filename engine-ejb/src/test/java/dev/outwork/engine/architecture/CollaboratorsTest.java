package dev.outwork.engine.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noConstructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.outwork.engine.inject.Collaborator;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** How the container creates the engine's classes. */
class CollaboratorsTest {
  /** Otherwise its proxy would need a second, empty constructor. */
  @Test
  void an_application_scoped_class_takes_others_by_field() {
    noConstructors()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(ApplicationScoped.class)
        .should()
        .beAnnotatedWith(Inject.class)
        .check(EngineClasses.ALL);
  }

  @Test
  void a_collaborator_has_one_constructor() {
    classes()
        .that()
        .areAnnotatedWith(Collaborator.class)
        .should(haveOneConstructor())
        .check(EngineClasses.ALL);
  }

  @Test
  void a_collaborator_keeps_what_it_was_created_with() {
    fields()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Collaborator.class)
        .should()
        .beFinal()
        .check(EngineClasses.ALL);
  }

  /** It is created with the first class that takes it, not when it is first called. */
  @Test
  void a_collaborator_is_neither_opened_nor_closed() {
    noMethods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Collaborator.class)
        .should()
        .beAnnotatedWith(PostConstruct.class)
        .orShould()
        .beAnnotatedWith(PreDestroy.class)
        .check(EngineClasses.ALL);
  }

  private static ArchCondition<JavaClass> haveOneConstructor() {
    return new ArchCondition<>("have one constructor") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        int constructors = type.getConstructors().size();
        if (constructors != 1) {
          events.add(
              SimpleConditionEvent.violated(
                  type, "%s has %d constructors".formatted(type.getName(), constructors)));
        }
      }
    };
  }
}
