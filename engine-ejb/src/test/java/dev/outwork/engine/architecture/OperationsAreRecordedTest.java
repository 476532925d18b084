package dev.outwork.engine.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.outwork.engine.database.Entities;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Writes;
import dev.outwork.engine.operation.OperationLog;
import jakarta.ejb.Local;
import jakarta.enterprise.event.Event;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a boundary changes for a user is in the operation log. */
class OperationsAreRecordedTest {
  /** What changes something and is not recorded, as in Camunda 7. */
  private static final Set<String> NOT_RECORDED =
      Set.of(
          // Work and reports of workers.
          "ExternalTasks.fetchAndLock",
          "ExternalTasks.complete",
          "ExternalTasks.completeAll",
          "ExternalTasks.handleFailure",
          "ExternalTasks.handleFailures",
          "ExternalTasks.handleBpmnError",
          "ExternalTasks.lock",
          "ExternalTasks.extendLock",
          "ExternalTasks.giveBack",
          "ExternalTasks.renew",
          // What reaches instances from outside: who sent it may be a person or a system.
          "Events.correlate",
          "Events.messageEventReceived",
          "Events.signalEventReceived",
          "Events.signal",
          "Events.evaluateStartConditions",
          "UserTasks.handleBpmnError",
          "UserTasks.handleEscalation");

  private final Map<JavaCodeUnit, Set<JavaCodeUnit>> called = new HashMap<>();

  @Test
  void each_verb_of_a_boundary_that_changes_something_is_recorded_or_listed() {
    Set<String> changing = new TreeSet<>();
    Set<String> recorded = new TreeSet<>();
    boundaries()
        .flatMap(boundary -> boundary.getMethods().stream())
        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
        .forEach(
            verb -> {
              String name = verb.getOwner().getSimpleName() + "." + verb.getName();
              if (reaches(verb, OperationsAreRecordedTest::changes)) {
                changing.add(name);
              }
              if (reaches(verb, target -> target.getOwner().isEquivalentTo(OperationLog.class))) {
                recorded.add(name);
              }
            });

    changing.removeAll(recorded);
    assertThat(changing).isEqualTo(new TreeSet<>(NOT_RECORDED));
  }

  private static Stream<JavaClass> boundaries() {
    return EngineClasses.ALL.stream().filter(type -> type.isAnnotatedWith(Local.class));
  }

  private static boolean changes(JavaCodeUnit target) {
    JavaClass owner = target.getOwner();
    String name = target.getName();
    return (owner.isEquivalentTo(Sql.class) && (name.startsWith("update") || name.equals("insert")))
        || (owner.isEquivalentTo(Writes.class) && name.startsWith("send"))
        || (owner.isEquivalentTo(Entities.class) && name.equals("insert"))
        || (owner.isEquivalentTo(Event.class) && name.equals("fire"));
  }

  private boolean reaches(JavaCodeUnit from, Predicate<JavaCodeUnit> what) {
    Set<JavaCodeUnit> seen = new HashSet<>();
    Deque<JavaCodeUnit> next = new ArrayDeque<>(Set.of(from));
    while (!next.isEmpty()) {
      JavaCodeUnit one = next.pop();
      for (JavaCodeUnit target : called.computeIfAbsent(one, OperationsAreRecordedTest::calledBy)) {
        if (what.test(target)) {
          return true;
        }
        boolean isOwn = target.getOwner().getPackageName().startsWith(EngineClasses.ENGINE);
        if (isOwn && seen.add(target)) {
          next.push(target);
        }
      }
    }
    return false;
  }

  private static Set<JavaCodeUnit> calledBy(JavaCodeUnit unit) {
    return Stream.concat(
            unit.getCallsFromSelf().stream()
                .flatMap(call -> call.getTarget().resolveMember().stream()),
            unit.getCodeUnitReferencesFromSelf().stream()
                .flatMap(reference -> reference.getTarget().resolveMember().stream()))
        .collect(Collectors.toSet());
  }
}
