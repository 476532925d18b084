package dev.outwork.rest.definition;

import dev.outwork.api.instance.ModificationInstruction;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import java.util.List;
import java.util.Map;

/**
 * A process definition as addressed by a path. Operations that work by key do not need the id,
 * which may have to be looked up first.
 */
interface NamedDefinition {
  /** Status 404 if there is no such definition. */
  String id();

  ProcessInstance start(
      String businessKey,
      Map<String, TypedValue> variables,
      List<ModificationInstruction> instructions);

  ProcessInstance submitForm(String businessKey, Map<String, TypedValue> variables);
}
