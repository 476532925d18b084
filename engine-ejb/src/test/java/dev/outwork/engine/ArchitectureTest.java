package dev.outwork.engine;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.JavaStaticInitializer.STATIC_INITIALIZER_NAME;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.engine.batch.BatchExecution;
import dev.outwork.engine.batch.Batches;
import dev.outwork.engine.batch.JobOperatorRuns;
import dev.outwork.engine.database.Ids;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.decision.Decisions;
import dev.outwork.engine.deployment.Deployments;
import dev.outwork.engine.event.Events;
import dev.outwork.engine.externaltask.ExternalTasks;
import dev.outwork.engine.externaltask.FetchTransaction;
import dev.outwork.engine.externaltask.ReportTransaction;
import dev.outwork.engine.form.Forms;
import dev.outwork.engine.history.History;
import dev.outwork.engine.incident.Incidents;
import dev.outwork.engine.instance.ProcessInstances;
import dev.outwork.engine.instance.StartTransaction;
import dev.outwork.engine.job.JobExecution;
import dev.outwork.engine.job.Management;
import dev.outwork.engine.metrics.Metrics;
import dev.outwork.engine.usertask.UserTasks;
import dev.outwork.engine.waiting.NodeHealth;
import dev.outwork.engine.worker.BeanCalls;
import dev.outwork.engine.worker.WorkerReports;
import jakarta.ejb.ApplicationException;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of the engine's packages. */
class ArchitectureTest {
  private static final String ENGINE = "dev.outwork.engine";

  /** A package may depend on those before it. */
  private static final List<String> PACKAGES =
      List.of(
          "concurrent",
          "together",
          "database",
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
          "worker");

  /** Classes of a package that know each other, each with the reason. */
  private static final List<Set<String>> CIRCLES =
      List.of(
          // An activity knows its instance, and an instance its activities.
          Set.of("Activities", "Activity", "Running"),
          // Nodes act on a token, which is told what each kind of node needs.
          Set.of(
              "BoundaryEvent",
              "BusinessRuleTask",
              "CallActivity",
              "CatchingNode",
              "ExclusiveGateway",
              "ExternalActivity",
              "FlowNode",
              "InclusiveGateway",
              "NodeInfo",
              "Outgoing",
              "SignalThrowEvent",
              "Token",
              "UserTask"),
          // A sealed type, its records, and the visitor of them.
          Set.of(
              "ConditionalTrigger", "MessageTrigger", "SignalTrigger", "TimerTrigger", "Trigger"),
          // A schedule may be a cron cycle, which yields schedules.
          Set.of("Cycle", "Schedule"),
          // Elements stand in elements.
          Set.of("ActivityReader", "NodeReader", "ProcessReader", "UserTaskReader"),
          // Which flows need a condition depends on the gateway, and what a gateway needs on these.
          Set.of("FlowRules", "GatewayRules"),
          // A rule checks a scope, which groups its links as the rule for links names them.
          Set.of("LinkRules", "Rule", "Scope"),
          // A value may say itself of which kind it is.
          Set.of("Kind", "Receiver"),
          // JSON becomes parts, which become JSON.
          Set.of("JsonPart", "JsonTexts", "VariableValue"),
          // Two tables, each of which can be reached from the other one.
          Set.of("ActivityInstanceEntity", "ProcessInstanceEntity"),
          // The way to the database, and what is sent by it.
          Set.of("Jdbc", "Sql", "Writes"),
          // A row names what its store waits for.
          Set.of("JobRow", "JobStore"));

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

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ENGINE);

  @Test
  void every_package_has_its_place_in_the_order() {
    Set<String> found =
        CLASSES.stream()
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
        .check(CLASSES);
  }

  @Test
  void packages_have_no_cycles() {
    slices().matching(ENGINE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void the_model_knows_no_container_but_its_expression_language() {
    noClasses()
        .that()
        .resideInAnyPackage(in("expression"), in("bpmn"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("jakarta..", "java.sql..", "javax.sql..")
                .and(not(resideInAPackage("jakarta.el.."))))
        .check(CLASSES);
  }

  @Test
  void classes_of_a_package_form_no_circles_but_these() {
    assertThat(Circles.in(CLASSES))
        .allMatch(circle -> CIRCLES.stream().anyMatch(known -> known.containsAll(circle)));
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
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(in("token"))
        .should()
        .transitivelyDependOnClassesThat(
            CONTAINER_OR_DATABASE.and(not(type(ApplicationException.class))))
        .check(CLASSES);
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
                    describe(
                        "exceptions and what is in them",
                        type -> isException(type.getEnclosingClass().orElse(type)))))
        .check(CLASSES);
  }

  private static boolean isException(JavaClass type) {
    return type.isAssignableTo(ProcessEngineException.class);
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
        .check(CLASSES);
  }

  @Test
  void sql_stands_in_stores() {
    noClasses()
        .that(
            describe(
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
        .check(CLASSES);
  }

  /** So nothing that a caller has said can be part of one. */
  @Test
  void statements_are_made_when_their_class_is_loaded() {
    assertThat(
            CLASSES.stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(code -> !code.getName().equals(STATIC_INITIALIZER_NAME))
                .filter(ArchitectureTest::makesStatement)
                .map(code -> code.getOwner().getSimpleName()))
        .hasSameElementsAs(MAKING_STATEMENTS);
  }

  private static boolean makesStatement(JavaCodeUnit code) {
    return code.getCallsFromSelf().stream().anyMatch(ArchitectureTest::isMaking)
        || code.getMethodReferencesFromSelf().stream().anyMatch(ArchitectureTest::isMaking);
  }

  private static boolean isMaking(JavaCodeUnitAccess<?> access) {
    return access.getTargetOwner().isEquivalentTo(Statement.class) && access.getName().equals("of");
  }

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
        .check(CLASSES);
  }

  @Test
  void entities_are_called_so_and_nothing_else_is() {
    classes()
        .that()
        .areAnnotatedWith(Entity.class)
        .should()
        .haveSimpleNameEndingWith("Entity")
        .check(CLASSES);
    classes()
        .that()
        .haveSimpleNameEndingWith("Entity")
        .should()
        .beAnnotatedWith(Entity.class)
        .check(CLASSES);
  }

  @Test
  void entities_change_by_their_own_verbs_only() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Entity.class)
        .should()
        .haveNameNotMatching("set[A-Z].*")
        .check(CLASSES);
  }

  @Test
  void the_boundaries_and_the_transactions_within_them_are_the_only_stateless_beans() {
    assertThat(CLASSES.stream().filter(type -> type.isAnnotatedWith(Stateless.class)))
        .extracting(JavaClass::reflect)
        .containsExactlyInAnyOrder(
            Deployments.class,
            ProcessInstances.class,
            Decisions.class,
            Events.class,
            ExternalTasks.class,
            Incidents.class,
            Metrics.class,
            History.class,
            Management.class,
            JobExecution.class,
            Batches.class,
            BatchExecution.class,
            JobOperatorRuns.class,
            ReportTransaction.class,
            StartTransaction.class,
            FetchTransaction.class,
            UserTasks.class,
            Forms.class,
            WorkerReports.class,
            BeanCalls.class,
            NodeHealth.class);
  }

  @Test
  void no_entity_leaves_a_boundary() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Stateless.class)
        .and()
        .arePublic()
        .should(involveNoEntity())
        .check(CLASSES);
  }

  private static ArchCondition<JavaMethod> involveNoEntity() {
    return new ArchCondition<>("involve no entity in their signature") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        Set<JavaClass> involved = new HashSet<>();
        method.getParameterTypes().forEach(type -> involved.addAll(type.getAllInvolvedRawTypes()));
        involved.addAll(method.getReturnType().getAllInvolvedRawTypes());
        involved.stream()
            .filter(type -> type.isAnnotatedWith(Entity.class))
            .forEach(
                entity ->
                    events.add(
                        SimpleConditionEvent.violated(
                            method, method.getFullName() + " involves " + entity.getName())));
      }
    };
  }

  private static DescribedPredicate<JavaClass> describe(
      String description, Predicate<JavaClass> predicate) {
    return DescribedPredicate.describe(description, predicate);
  }

  private static JavaClass outermost(JavaClass type) {
    JavaClass outer = type;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer;
  }

  private static String in(String name) {
    return ENGINE + "." + name;
  }
}
