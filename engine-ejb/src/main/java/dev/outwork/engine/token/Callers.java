package dev.outwork.engine.token;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.CallActivity;
import dev.outwork.engine.bpmn.Mapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Call activities, seen from the instances that they have called and wait for. */
final class Callers {
  private final Tree tree;

  Callers(Tree tree) {
    this.tree = tree;
  }

  /** The call activity that waits for an instance; empty if nothing has called it. */
  Optional<Activity> of(Running called) {
    Instance instance = called.instance();
    return instance.isRoot()
        ? Optional.empty()
        : tree.get(instance.superId()).activities().find(instance.superActivityId());
  }

  /** The same, when the called instance has given back what the call activity asks for. */
  Optional<Activity> givenBackBy(Running called) {
    Optional<Activity> caller = of(called);
    caller.ifPresent(call -> giveBack(called, call));
    return caller;
  }

  private static void giveBack(Running called, Activity call) {
    Running caller = call.running();
    List<String> chain = caller.activities().scopesFrom(call.parentId());
    for (Mapping mapping : ((CallActivity) call.node()).out()) {
      // In the called instance, its own variables are all that there are.
      Map<String, TypedValue> values = Mappings.values(mapping, called.root());
      if (mapping.local() && !mapping.isAll()) {
        caller.variables().setAllLocal(call.id(), values);
      } else {
        caller.variables().setAll(chain, values);
      }
    }
  }
}
