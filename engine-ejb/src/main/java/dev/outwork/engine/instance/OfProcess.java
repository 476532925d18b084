package dev.outwork.engine.instance;

import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.token.Instance;

/**
 * What a row has of the process that it belongs to.
 *
 * @param processInstanceId null if it starts an instance, or concerns definitions
 * @param processDefinitionId null if it concerns all definitions of the key
 * @param tenantId may be null
 */
public record OfProcess(
    String processInstanceId, String processDefinitionId, String definitionKey, String tenantId) {

  public static OfProcess of(Instance instance) {
    return new OfProcess(
        instance.id(), instance.definitionId(), instance.definitionKey(), instance.tenantId());
  }

  /** Of what starts instances of a definition. */
  public static OfProcess ofStart(ProcessDefinition definition) {
    return new OfProcess(null, definition.id(), definition.key(), definition.tenantId());
  }

  /** The columns of these names. */
  public static OfProcess read(Row row) {
    return new OfProcess(
        row.text("process_instance_id"),
        row.text("process_definition_id"),
        row.text("definition_key"),
        row.text("tenant_id"));
  }
}
