package dev.outwork.engine.token;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.MultiInstance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The scopes in which a modification starts activities. Without an ancestor it is the one that is
 * there, or a new one in the nearest that is; below an ancestor every scope is begun anew. A scope
 * begins without its start event, and the body of a multi-instance activity without instances.
 */
final class StartScopes {
  private final Running running;
  private final LifeCycle lifeCycle;
  private final Tokens tokens;
  private final Function<String, RuntimeException> refusal;

  StartScopes(
      Running running,
      LifeCycle lifeCycle,
      Tokens tokens,
      Function<String, RuntimeException> refusal) {
    this.running = running;
    this.lifeCycle = lifeCycle;
    this.tokens = tokens;
    this.refusal = refusal;
  }

  /**
   * Where to start a node.
   *
   * @param ancestorId as the wire has it; may be null
   */
  Activity of(FlowNode node, String ancestorId) {
    String scopeId = node.info().scopeId();
    return ancestorId == null ? nearest(scopeId) : below(ancestor(node, ancestorId), scopeId);
  }

  private Activity nearest(String scopeId) {
    if (isProcess(scopeId)) {
      return running.root();
    }
    List<Activity> there =
        running.activities().underWay().stream()
            .filter(activity -> activity.node().id().equals(scopeId))
            .filter(activity -> activity.isIn(Activity.Phase.UNDER_WAY))
            .toList();
    if (there.size() > 1) {
      throw refusal.apply(
          "Ancestor activity execution is ambiguous for activity '%s', which has %d instances: say which by ancestorActivityInstanceId"
              .formatted(scopeId, there.size()));
    }
    return there.isEmpty() ? begin(nearest(scopeAround(scopeId)), scopeId) : there.get(0);
  }

  private Activity below(Activity ancestor, String scopeId) {
    return ancestor.node().id().equals(scopeId)
        ? ancestor
        : begin(below(ancestor, scopeAround(scopeId)), scopeId);
  }

  private Activity ancestor(FlowNode node, String id) {
    Activity ancestor =
        running
            .activities()
            .find(executionId(id))
            .filter(activity -> activity.isIn(Activity.Phase.UNDER_WAY))
            .orElseThrow(
                () ->
                    refusal.apply("Ancestor activity instance '%s' does not exist".formatted(id)));
    if (!scopesAround(node).contains(ancestor.node().id())) {
      throw refusal.apply(
          "Scope execution for '%s' cannot be found in parent hierarchy of flow element '%s'"
              .formatted(id, node.id()));
    }
    return ancestor;
  }

  /** The last part of {@code <activityId>:<executionId>}. */
  static String executionId(String activityInstanceId) {
    return activityInstanceId.substring(activityInstanceId.lastIndexOf(':') + 1);
  }

  private List<String> scopesAround(FlowNode node) {
    List<String> scopes = new ArrayList<>();
    scopes.add(node.info().scopeId());
    while (!isProcess(scopes.get(scopes.size() - 1))) {
      scopes.add(scopeAround(scopes.get(scopes.size() - 1)));
    }
    return scopes;
  }

  private Activity begin(Activity parent, String scopeId) {
    FlowNode node = running.model().node(scopeId);
    Activity scope = lifeCycle.open(parent, node, locals(parent, Map.of()));
    if (node instanceof MultiInstance body) {
      body.enterEmpty(tokens.at(scope));
    }
    return scope;
  }

  /** What belongs to a token that starts in a scope: of one more instance also its number. */
  Map<String, TypedValue> locals(Activity scope, Map<String, TypedValue> own) {
    if (!(scope.node() instanceof MultiInstance body)) {
      return own;
    }
    if (body.isSequential() && !running.activities().underWayIn(scope).isEmpty()) {
      throw refusal.apply(
          "Concurrent instantiation not possible for activities in scope %s: they are done one after the other"
              .formatted(body.id()));
    }
    Map<String, TypedValue> locals = new HashMap<>();
    locals.put(MultiInstance.COUNTER, TypedValue.integer(body.oneMore(tokens.at(scope))));
    locals.putAll(own);
    return locals;
  }

  private String scopeAround(String scopeId) {
    return running.model().node(scopeId).info().scopeId();
  }

  private boolean isProcess(String scopeId) {
    return scopeId.equals(running.model().key());
  }
}
