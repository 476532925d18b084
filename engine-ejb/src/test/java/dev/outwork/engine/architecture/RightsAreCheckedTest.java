package dev.outwork.engine.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.outwork.engine.deployment.Deployments;
import dev.outwork.engine.externaltask.ExternalTasks;
import dev.outwork.engine.incident.Incidents;
import dev.outwork.engine.instance.ProcessInstances;
import dev.outwork.engine.right.Grants;
import dev.outwork.engine.waiting.Room;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each verb of a boundary asks for the rights of its caller, so that there is no side door. */
class RightsAreCheckedTest {
  private static final Set<String> WITHOUT =
      Set.of(
          // The very lock of a fetch is proof of the right to it.
          "ExternalTasks.giveBack",
          "ExternalTasks.renew",
          // It reads what it is given only.
          "Deployments.checkDeployment",
          // Which deployments there are is hidden from nobody yet.
          "Deployments.deployments",
          "Deployments.countDeployments",
          "Deployments.deployment",
          "Deployments.deploymentResources",
          "Deployments.deploymentResource",
          // They tell nothing of tasks to callers of the API.
          "Room.waitingRequests",
          "Room.close");

  /** The other boundaries do not ask yet. */
  @Test
  void every_public_method_of_a_boundary_asks_for_the_rights_of_its_caller() {
    methods()
        .that()
        .areDeclaredIn(ExternalTasks.class)
        .or()
        .areDeclaredIn(Room.class)
        .or()
        .areDeclaredIn(ProcessInstances.class)
        .or()
        .areDeclaredIn(Incidents.class)
        .or()
        .areDeclaredIn(Deployments.class)
        .should(askForRights())
        .check(EngineClasses.ALL);
  }

  private static ArchCondition<JavaMethod> askForRights() {
    return new ArchCondition<>("ask for the rights of the caller") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        String name = method.getOwner().getSimpleName() + "." + method.getName();
        boolean isVerb =
            method.getModifiers().contains(JavaModifier.PUBLIC) && !WITHOUT.contains(name);
        if (isVerb && !asks(method, new HashSet<>())) {
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
