package dev.outwork.engine.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.outwork.api.externaltask.WaitingRoom;
import dev.outwork.engine.right.Grants;
import dev.outwork.engine.waiting.NodeHealth;
import dev.outwork.engine.worker.Workers;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each verb of a boundary asks for the rights of its caller, so that there is no side door. */
class RightsAreCheckedTest {
  private static final String API = "dev.outwork.api";

  /** Boundaries of which no verb asks. */
  private static final Set<Class<?>> OPEN =
      Set.of(
          // Whether the node is well is what probes ask without a login.
          NodeHealth.class,
          // Code inside the server says as whom its workers run; what they do is checked.
          Workers.class);

  private static final Set<String> WITHOUT =
      Set.of(
          // The very lock of a fetch is proof of the right to it.
          "ExternalTasks.giveBack",
          "ExternalTasks.renew",
          // It tells who the caller is, and what time it is.
          "SavedFilters.evaluate",
          // It reads what it is given only.
          "Deployments.checkDeployment",
          // They tell nothing of tasks to callers of the API.
          "Room.waitingRequests",
          "Room.close");

  @Test
  void every_public_method_of_a_boundary_asks_for_the_rights_of_its_caller() {
    methods()
        .that()
        .areDeclaredInClassesThat(areBoundaries())
        .and()
        .arePublic()
        .should(askForRights())
        .check(EngineClasses.ALL);
  }

  /** A class that implements a service of the API is one. */
  private static DescribedPredicate<JavaClass> areBoundaries() {
    return DescribedPredicate.describe(
        "are boundaries",
        type ->
            type.getRawInterfaces().stream().anyMatch(RightsAreCheckedTest::isService)
                && OPEN.stream().noneMatch(type::isEquivalentTo));
  }

  private static boolean isService(JavaClass type) {
    return type.getPackageName().startsWith(API)
        && (type.getSimpleName().endsWith("Service") || type.isEquivalentTo(WaitingRoom.class));
  }

  @Test
  void the_boundaries_are_those_that_the_api_offers() {
    assertThat(EngineClasses.ALL.stream().filter(areBoundaries()).map(JavaClass::getSimpleName))
        .containsExactlyInAnyOrder(
            "Authorizations",
            "Batches",
            "CallerGrants",
            "Decisions",
            "Deployments",
            "Events",
            "ExternalTasks",
            "Forms",
            "History",
            "Incidents",
            "Jobs",
            "Metrics",
            "Numbers",
            "ProcessInstances",
            "Room",
            "SavedFilters",
            "UserOperations",
            "UserTasks");
  }

  private static ArchCondition<JavaMethod> askForRights() {
    return new ArchCondition<>("ask for the rights of the caller") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        String name = method.getOwner().getSimpleName() + "." + method.getName();
        if (!WITHOUT.contains(name) && !asks(method, new HashSet<>())) {
          events.add(SimpleConditionEvent.violated(method, name + " does not ask for rights"));
        }
      }
    };
  }

  private static boolean asks(JavaMethod method, Set<JavaMethod> seen) {
    return seen.add(method)
        && method.getMethodCallsFromSelf().stream().anyMatch(call -> leadsTo(call, seen));
  }

  private static boolean leadsTo(JavaMethodCall call, Set<JavaMethod> seen) {
    JavaClass owner = call.getTargetOwner();
    return owner.isEquivalentTo(Grants.class)
        || (owner.equals(call.getOriginOwner())
            && call.getTarget().resolveMember().map(own -> asks(own, seen)).orElse(false));
  }
}
