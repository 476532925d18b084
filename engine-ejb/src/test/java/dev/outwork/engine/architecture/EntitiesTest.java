package dev.outwork.engine.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.outwork.engine.architecture.EngineClasses.in;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;

/** Entities change by their own verbs, and one package reads them. */
class EntitiesTest {
  /** They read and insert entities so that no persistence context keeps one. */
  @Test
  void entities_are_read_and_inserted_in_the_database_package_only() {
    noClasses()
        .that()
        .resideOutsideOfPackage(in("database"))
        .should()
        .callMethodWhere(
            target(owner(type(EntityManager.class)))
                .and(target(nameMatching("find|persist|merge|remove|clear|detach|refresh"))))
        .check(EngineClasses.ALL);
  }

  @Test
  void entities_are_called_so_and_nothing_else_is() {
    classes()
        .that()
        .areAnnotatedWith(Entity.class)
        .should()
        .haveSimpleNameEndingWith("Entity")
        .check(EngineClasses.ALL);
    classes()
        .that()
        .haveSimpleNameEndingWith("Entity")
        .should()
        .beAnnotatedWith(Entity.class)
        .check(EngineClasses.ALL);
  }

  @Test
  void entities_change_by_their_own_verbs_only() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Entity.class)
        .should()
        .haveNameNotMatching("set[A-Z].*")
        .check(EngineClasses.ALL);
  }
}
