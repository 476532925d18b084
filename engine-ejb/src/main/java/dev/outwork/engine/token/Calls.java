package dev.outwork.engine.token;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.CallActivity;
import dev.outwork.engine.bpmn.Mapping;
import dev.outwork.engine.deployment.Models.ExecutableProcess;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Instances called by call activities: they start, end and are cancelled in the transaction of
 * their caller, which has locked the row of the root.
 */
final class Calls {
  /** Maximum nesting of calls that start in one transaction. */
  static final int MAX_DEPTH = 100;

  private final Journey journey;
  private final Tree tree;

  Calls(Journey journey, Tree tree) {
    this.journey = journey;
    this.tree = tree;
  }

  void start(CallActivity call, Activity activity) {
    Running caller = activity.running();
    ExecutableProcess process = called(call, activity);
    if (tree.depthOf(caller) >= MAX_DEPTH) {
      throw failed(activity, "%d calls are nested in one transaction".formatted(MAX_DEPTH), null);
    }
    Instance instance =
        caller
            .instance()
            .calls(
                process.definition(),
                caller
                    .evaluator()
                    .text(call.businessKey(), "the business key", activity)
                    .orElse(null),
                activity.id());
    Running running = tree.begin(instance, process.model());
    String startId =
        process
            .model()
            .startId()
            .orElseThrow(
                () ->
                    failed(
                        activity,
                        "process '%s' has no none start event".formatted(instance.definitionKey()),
                        null));
    journey.begin(running, startId, Mappings.values(call.in(), activity));
  }

  private ExecutableProcess called(CallActivity call, Activity activity) {
    Evaluator evaluator = activity.running().evaluator();
    String key = evaluator.name(call.calledElement(), "the called element", activity);
    String tenantId =
        call.tenantId() == null
            ? tree.tenantOfDefinition(activity.running().instance()).orElse(null)
            : evaluator.text(call.tenantId(), "the tenant id", activity).orElse(null);
    String version = evaluator.text(call.version(), "the version", activity).orElse(null);
    ExecutableProcess process =
        tree.find(activity.running().instance(), call.binding(), key, version, tenantId)
            .orElseThrow(
                () ->
                    failed(
                        activity,
                        "no processes deployed with key '%s'%s and tenant-id '%s': processDefinition is null"
                            .formatted(
                                key,
                                version == null ? "" : ", version = '%s'".formatted(version),
                                tenantId),
                        null));
    if (process.definition().suspended()) {
      throw failed(
          activity,
          "process definition '%s' is suspended".formatted(process.definition().id()),
          null);
    }
    return process;
  }

  private static RuntimeException failed(Activity activity, String reason, Exception cause) {
    return activity
        .running()
        .evaluator()
        .failed("call a process from " + activity.node().info(), reason, cause);
  }

  /** The last token of an instance has ended. */
  void completed(Running running) {
    end(running, "COMPLETED", null);
    caller(running)
        .ifPresent(
            call -> {
              mapOut(running, call);
              journey.lifeCycle().done(call);
            });
  }

  /** The call activity that waits for an instance; empty if it was not called. */
  Optional<Activity> caller(Running running) {
    Instance instance = running.instance();
    return instance.isRoot()
        ? Optional.empty()
        : tree.get(instance.superId()).activities().find(instance.superActivityId());
  }

  /** Passes the output variables to the call activity. */
  void mapOut(Running called, Activity call) {
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

  /** Cancels the instance that a call activity waits for. */
  void cancelCalledBy(Activity activity) {
    if (!(activity.node() instanceof CallActivity) || !activity.isIn(Activity.Phase.UNDER_WAY)) {
      return;
    }
    tree.calledBy(activity)
        .filter(called -> !called.hasEnded())
        .ifPresent(
            called -> {
              journey.lifeCycle().interruptInside(called.root());
              end(called, "INTERNALLY_TERMINATED", null);
            });
  }

  /** Ends an instance from outside, with all instances that it called. */
  void delete(Running running, String reason) {
    journey.lifeCycle().abandonInside(running.root());
    end(running, "EXTERNALLY_TERMINATED", reason);
    caller(running).ifPresent(call -> cancelCaller(call, reason));
  }

  private void cancelCaller(Activity call, String reason) {
    new Removal(journey, journey.lifeCycle()::abandon).remove(call);
    deleteIfEmpty(call.running(), reason);
  }

  /** Ends an instance from outside if it has no activities left. */
  void deleteIfEmpty(Running running, String reason) {
    if (!running.hasEnded() && running.activities().underWayIn(running.root()).isEmpty()) {
      delete(running, reason);
    }
  }

  private static void end(Running running, String state, String reason) {
    running.orders().cancelled(running.root());
    running.end(state, reason);
  }
}
