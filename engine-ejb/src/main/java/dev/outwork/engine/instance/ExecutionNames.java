package dev.outwork.engine.instance;

import dev.outwork.engine.expression.Names;
import java.util.HashMap;
import java.util.Map;

/**
 * What expressions can ask of the execution itself, as {@code execution.processBusinessKey} and the
 * like.
 */
final class ExecutionNames {
  private ExecutionNames() {}

  static Names of(Instance instance) {
    Map<String, Object> execution = new HashMap<>();
    execution.put("processInstanceId", instance.id());
    execution.put("processDefinitionId", instance.definitionId());
    execution.put("processBusinessKey", instance.businessKey());
    execution.put("tenantId", instance.tenantId());
    return Names.of(Map.of("execution", execution));
  }
}
