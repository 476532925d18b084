package dev.outwork.engine.token;

import dev.outwork.engine.bpmn.CallActivity.Binding;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.deployment.DecisionModels.DeployedDecision;
import dev.outwork.engine.deployment.Models.ExecutableProcess;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The instances of one call hierarchy that a journey uses. */
public final class Tree {
  /** Loads instances. */
  public interface Source {
    Running load(String instanceId);

    /** The instance that a call activity waits for. */
    Optional<Running> calledBy(String activityInstanceId);

    Running begin(Instance instance, ProcessModel model);

    /** {@code version} is a version or a version tag, or null, depending on the binding. */
    Optional<ExecutableProcess> find(
        Instance caller, Binding binding, String key, String version, String tenantId);

    /** The same for a decision. */
    Optional<DeployedDecision> findDecision(
        Instance caller, Binding binding, String key, String version, String tenantId);

    /** The tenant of an instance's definition; empty if all tenants share it. */
    Optional<String> tenantOfDefinition(Instance instance);
  }

  private final Source source;
  private final Map<String, Running> known = new LinkedHashMap<>();

  public Tree(Source source) {
    this.source = source;
  }

  public void add(Running running) {
    known.put(running.instance().id(), running);
  }

  Running get(String instanceId) {
    if (!known.containsKey(instanceId)) {
      add(source.load(instanceId));
    }
    return known.get(instanceId);
  }

  Optional<Running> calledBy(Activity call) {
    Optional<Running> begun =
        known.values().stream()
            .filter(running -> call.id().equals(running.instance().superActivityId()))
            .findFirst();
    if (begun.isPresent() || !call.isStored()) {
      return begun;
    }
    Optional<Running> called = source.calledBy(call.id());
    called.ifPresent(this::add);
    return called;
  }

  public Running begin(Instance instance, ProcessModel model) {
    Running running = source.begin(instance, model);
    add(running);
    return running;
  }

  Optional<ExecutableProcess> find(
      Instance caller, Binding binding, String key, String version, String tenantId) {
    return source.find(caller, binding, key, version, tenantId);
  }

  Optional<DeployedDecision> findDecision(
      Instance caller, Binding binding, String key, String version, String tenantId) {
    return source.findDecision(caller, binding, key, version, tenantId);
  }

  Optional<String> tenantOfDefinition(Instance instance) {
    return source.tenantOfDefinition(instance);
  }

  public Collection<Running> all() {
    return List.copyOf(known.values());
  }

  /** The number of known instances above this one. */
  int depthOf(Running running) {
    int depth = 0;
    for (Running at = known.get(running.instance().superId());
        at != null;
        at = known.get(at.instance().superId())) {
      depth++;
    }
    return depth;
  }
}
