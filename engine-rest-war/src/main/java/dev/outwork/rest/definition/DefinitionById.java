package dev.outwork.rest.definition;

import dev.outwork.api.form.FormService;
import dev.outwork.api.instance.ModificationInstruction;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.instance.RuntimeService;
import dev.outwork.api.variable.TypedValue;
import java.util.List;
import java.util.Map;

/** A definition that the path addresses by id; the engine checks whether it exists. */
record DefinitionById(String id, RuntimeService runtime, FormService forms)
    implements NamedDefinition {
  @Override
  public ProcessInstance start(
      String businessKey,
      Map<String, TypedValue> variables,
      List<ModificationInstruction> instructions) {
    return runtime.startProcessInstance(id, businessKey, variables, instructions);
  }

  @Override
  public ProcessInstance submitForm(String businessKey, Map<String, TypedValue> variables) {
    return forms.submitStartForm(id, businessKey, variables);
  }
}
