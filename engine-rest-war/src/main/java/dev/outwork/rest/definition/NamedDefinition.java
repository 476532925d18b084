package dev.outwork.rest.definition;

import dev.outwork.api.instance.ModificationInstruction;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import java.util.List;
import java.util.Map;

/**
 * A process definition as a path calls it. What can be asked of it by its name is not asked by its
 * id, which may have to be looked up first.
 */
interface NamedDefinition {
  /** Status 404 if the path calls one that there is not. */
  String id();

  ProcessInstance start(
      String businessKey,
      Map<String, TypedValue> variables,
      List<ModificationInstruction> instructions);

  ProcessInstance submitForm(String businessKey, Map<String, TypedValue> variables);
}
