package dev.outwork.engine.token;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.CallActivity;
import dev.outwork.engine.bpmn.Mapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The call activities of called instances. */
final class Callers {
  private final Tree tree;

  Callers(Tree tree) {
    this.tree = tree;
  }

  /** The call activity that waits for an instance; empty if it was not called. */
  Optional<Activity> of(Running called) {
    Instance instance = called.instance();
    return instance.isRoot()
        ? Optional.empty()
        : tree.get(instance.superId()).activities().find(instance.superActivityId());
  }

  /**
   * The call activity that waits for an instance, after it has received the output variables; empty
   * if the instance was not called.
   */
  Optional<Activity> givenBackBy(Running called) {
    Optional<Activity> caller = of(called);
    caller.ifPresent(call -> giveBack(called, call));
    return caller;
  }

  private static void giveBack(Running called, Activity call) {
    Running caller = call.running();
    List<String> chain = caller.activities().scopesFrom(call.parentId());
    for (Mapping mapping : ((CallActivity) call.node()).out()) {
      // The called instance has only its own variables.
      Map<String, TypedValue> values = Mappings.values(mapping, called.root());
      if (mapping.local() && !mapping.isAll()) {
        caller.variables().setAllLocal(call.id(), values);
      } else {
        caller.variables().setAll(chain, values);
      }
    }
  }
}
