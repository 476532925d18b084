package dev.outwork.engine.token;

import dev.outwork.engine.bpmn.CallActivity;
import dev.outwork.engine.deployment.Models.ExecutableProcess;

/**
 * Starts the instances that call activities call, in the transaction of their caller, which has
 * locked the row of the root.
 */
final class Calls {
  /** Maximum nesting of calls that start in one transaction. */
  static final int MAX_DEPTH = 100;

  private final Tree tree;
  private final LifeCycle lifeCycle;

  Calls(Tree tree, LifeCycle lifeCycle) {
    this.tree = tree;
    this.lifeCycle = lifeCycle;
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
                Evaluator.of(caller)
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
    running.variables().setAllLocal(instance.id(), Mappings.values(call.in(), activity));
    lifeCycle.begin(running, startId);
  }

  private ExecutableProcess called(CallActivity call, Activity activity) {
    Evaluator evaluator = Evaluator.of(activity.running());
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
    return Evaluator.of(activity.running())
        .failed("call a process from " + activity.node().info(), reason, cause);
  }
}
