package dev.outwork.rest.definition;

import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.deployment.RepositoryService;
import dev.outwork.api.form.FormService;
import dev.outwork.api.instance.ModificationInstruction;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.instance.RuntimeService;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.rest.format.Failures;
import dev.outwork.rest.format.RestException;
import java.util.List;
import java.util.Map;

/**
 * The latest version of a process, addressed by key.
 *
 * @param tenantId null for the version without tenant
 */
record LatestDefinition(
    String key,
    String tenantId,
    RepositoryService repository,
    RuntimeService runtime,
    FormService forms)
    implements NamedDefinition {
  @Override
  public String id() {
    return repository
        .latestProcessDefinition(key, tenantId)
        .map(ProcessDefinition::id)
        .orElseThrow(this::missing);
  }

  @Override
  public ProcessInstance start(
      String businessKey,
      Map<String, TypedValue> variables,
      List<ModificationInstruction> instructions) {
    return runtime
        .startProcessInstanceByKey(key, tenantId, businessKey, variables, instructions)
        .orElseThrow(this::missing);
  }

  @Override
  public ProcessInstance submitForm(String businessKey, Map<String, TypedValue> variables) {
    return forms
        .submitStartFormByKey(key, tenantId, businessKey, variables)
        .orElseThrow(this::missing);
  }

  private RestException missing() {
    return Failures.noLatest("process definition", key, tenantId);
  }
}
