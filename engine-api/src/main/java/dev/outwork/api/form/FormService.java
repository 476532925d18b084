package dev.outwork.api.form;

import dev.outwork.api.NotFoundException;
import dev.outwork.api.NullValueException;
import dev.outwork.api.deployment.Resource;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import java.util.Map;
import java.util.Optional;

/**
 * Shows and submits the forms of none start events and user tasks.
 *
 * <p>The model defines a form by a key, which refers to a form elsewhere, and by fields. Every
 * method that names a process definition throws {@link NotFoundException}, and every method that
 * names a task {@link NullValueException}, if there is none. Reading a form evaluates its labels
 * and default values: it throws {@link dev.outwork.api.ProcessEngineException} if one of them reads
 * a variable that does not exist, or if a variable does not match the type of its field.
 */
public interface FormService {
  /** The form to submit to start a process. */
  FormData startForm(String processDefinitionId);

  /** The form to submit to complete a task. */
  FormData taskForm(String taskId);

  /** The initial values of the fields of a start form, by field id. */
  Map<String, TypedValue> startFormVariables(String processDefinitionId);

  /** The initial values of the fields of a task form, and all variables visible to the task. */
  Map<String, TypedValue> taskFormVariables(String taskId);

  /**
   * Starts an instance with a submitted form. Each field is validated and converted to its type, a
   * missing field gets its default value, and every other entry becomes a variable unchanged.
   * Otherwise as {@link dev.outwork.api.instance.RuntimeService#startProcessInstance(String,
   * String, Map)}.
   *
   * @param businessKey may be null
   * @throws FormFieldValidationException if a field does not accept its value; nothing is started
   */
  ProcessInstance submitStartForm(
      String processDefinitionId, String businessKey, Map<String, TypedValue> variables);

  /**
   * Starts an instance of the latest version of a process with a submitted form.
   *
   * @param tenantId null for the definition without tenant
   * @return empty if no such process is deployed
   */
  Optional<ProcessInstance> submitStartFormByKey(
      String key, String tenantId, String businessKey, Map<String, TypedValue> variables);

  /**
   * Completes a task with a submitted form, which is processed as in {@link #submitStartForm}; a
   * delegated task is resolved instead. Variables are set in the innermost scope, seen from the
   * activity, that has a variable of that name, otherwise on the process instance.
   *
   * @throws FormFieldValidationException if a field does not accept its value; the task stays as it
   *     is
   * @throws dev.outwork.api.SuspendedEntityInteractionException if the instance is suspended
   */
  void submitTaskForm(String taskId, Map<String, TypedValue> variables);

  /**
   * Submits as {@link #submitTaskForm} does, and returns the resulting variables of the process
   * instance.
   */
  Map<String, TypedValue> submitTaskFormWithVariablesInReturn(
      String taskId, Map<String, TypedValue> variables);

  /**
   * The file of the deployment that the key of a start form refers to, such as {@code
   * embedded:deployment:start.html} or {@code camunda-forms:deployment:start.form}.
   *
   * @throws dev.outwork.api.BadUserRequestException if there is no key, or it refers to no file of
   *     a deployment
   * @throws NotFoundException if the deployment does not contain the file
   */
  Resource deployedStartForm(String processDefinitionId);

  /** The file that the key of a task form refers to, in the deployment of the process. */
  Resource deployedTaskForm(String taskId);
}
