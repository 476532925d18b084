package dev.outwork.engine.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.JavaStaticInitializer.STATIC_INITIALIZER_NAME;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.outwork.engine.architecture.EngineClasses.in;
import static dev.outwork.engine.architecture.EngineClasses.outermost;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import dev.outwork.engine.database.Statement;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** SQL stands in stores, and is constant. */
class SqlTest {
  /** Classes with SQL of their own, next to the stores. */
  private static final Set<String> WITH_SQL =
      Set.of(
          "Claim",
          "TopicArm",
          "VariableMatch",
          "VersionStatements",
          "NodeHealth",
          "FetchableTopics",
          "HintConnections",
          "HintListener",
          "HintSender");

  /**
   * Classes that put statements together later: the claim from its topics, and what stands for
   * several tables from constants of those who use it.
   */
  private static final Set<String> MAKING_STATEMENTS =
      Set.of("Claim", "VersionStatements", "ActivityStore", "VariableStore");

  @Test
  void sql_stands_in_stores() {
    noClasses()
        .that(
            DescribedPredicate.describe(
                "are no stores",
                type -> {
                  String name = outermost(type).getSimpleName();
                  return !name.endsWith("Store") && !WITH_SQL.contains(name);
                }))
        .and()
        .resideOutsideOfPackage(in("database"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.sql..", "javax.sql..").or(type(Statement.class)))
        .check(EngineClasses.ALL);
  }

  /** So nothing that a caller has said can be part of one. */
  @Test
  void statements_are_made_when_their_class_is_loaded() {
    assertThat(
            EngineClasses.ALL.stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(code -> !code.getName().equals(STATIC_INITIALIZER_NAME))
                .filter(SqlTest::makesStatement)
                .map(code -> code.getOwner().getSimpleName()))
        .hasSameElementsAs(MAKING_STATEMENTS);
  }

  private static boolean makesStatement(JavaCodeUnit code) {
    return code.getCallsFromSelf().stream().anyMatch(SqlTest::isMaking)
        || code.getMethodReferencesFromSelf().stream().anyMatch(SqlTest::isMaking);
  }

  private static boolean isMaking(JavaCodeUnitAccess<?> access) {
    return access.getTargetOwner().isEquivalentTo(Statement.class) && access.getName().equals("of");
  }
}
