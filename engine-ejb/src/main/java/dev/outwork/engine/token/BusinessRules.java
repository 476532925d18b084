package dev.outwork.engine.token;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.engine.bpmn.BusinessRuleTask;
import dev.outwork.engine.decision.DecisionRecord.Caller;
import dev.outwork.engine.decision.DecisionRecords;
import dev.outwork.engine.deployment.DecisionModels.DeployedDecision;
import dev.outwork.engine.dmn.DecisionException;
import dev.outwork.engine.dmn.Evaluation;
import dev.outwork.engine.expression.DecisionResult;
import dev.outwork.engine.variable.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Evaluates decisions for business rule tasks. */
final class BusinessRules {
  private final Tree tree;
  private final Instant now;

  BusinessRules(Tree tree, Instant now) {
    this.tree = tree;
    this.now = now;
  }

  void decide(BusinessRuleTask task, Activity activity) {
    Running running = activity.running();
    DeployedDecision decision = decision(task, activity);
    List<String> chain = running.activities().scopesFrom(activity.id());
    try {
      Evaluation evaluation = decision.model().evaluate(Values.names(running.variables(), chain));
      Object result = result(task.result(), evaluation.plainResults());
      if (task.resultVariable() != null) {
        running.variables().set(chain, task.resultVariable(), Values.fromExpression(result));
      }
      activity.decided(new DecisionResult(evaluation.plainResults()));
      running.orders().evaluated(DecisionRecords.of(decision, evaluation, caller(activity), now));
    } catch (DecisionException e) {
      throw failed(activity, decision.definition().key(), e.getMessage(), e);
    }
  }

  private DeployedDecision decision(BusinessRuleTask task, Activity activity) {
    Evaluator evaluator = Evaluator.of(activity.running());
    String key = evaluator.name(task.decisionRef(), "the decision", activity);
    String tenantId =
        task.tenantId() == null
            ? tree.tenantOfDefinition(activity.running().instance()).orElse(null)
            : evaluator.text(task.tenantId(), "the tenant id", activity).orElse(null);
    String version = evaluator.text(task.version(), "the version", activity).orElse(null);
    return tree.findDecision(activity.running().instance(), task.binding(), key, version, tenantId)
        .orElseThrow(
            () ->
                failed(
                    activity,
                    key,
                    "no decision definition deployed with key '%s'%s and tenant-id '%s': decisionDefinition is null"
                        .formatted(
                            key,
                            version == null ? "" : ", version = '%s'".formatted(version),
                            tenantId),
                    null));
  }

  private static Object result(BusinessRuleTask.Result kind, List<Map<String, Object>> results) {
    return switch (kind) {
      case RESULT_LIST -> results;
      case COLLECT_ENTRIES -> entries(results);
      case SINGLE_RESULT -> only(results, "results");
      case SINGLE_ENTRY -> {
        Map<String, Object> single = only(results, "results");
        yield single == null ? null : only(single.values(), "outputs");
      }
    };
  }

  private static <T> T only(Collection<T> all, String what) {
    if (all.size() > 1) {
      throw new DecisionException("it yielded %d %s instead of one".formatted(all.size(), what));
    }
    return all.isEmpty() ? null : all.iterator().next();
  }

  private static List<Object> entries(List<Map<String, Object>> results) {
    Set<String> names =
        results.stream().flatMap(result -> result.keySet().stream()).collect(Collectors.toSet());
    if (names.size() > 1) {
      throw new DecisionException("it yielded %d outputs instead of one".formatted(names.size()));
    }
    List<Object> entries = new ArrayList<>();
    results.forEach(result -> entries.addAll(result.values()));
    return entries;
  }

  private static Caller caller(Activity activity) {
    Instance instance = activity.running().instance();
    return new Caller(
        instance.definitionId(),
        instance.definitionKey(),
        instance.id(),
        instance.rootId(),
        activity.node().id(),
        activity.activityInstanceId(),
        instance.tenantId(),
        null);
  }

  private static ProcessEngineException failed(
      Activity activity, String key, String reason, Exception cause) {
    return Evaluator.of(activity.running())
        .failed(
            "evaluate decision '%s' of %s".formatted(key, activity.node().info()), reason, cause);
  }
}
