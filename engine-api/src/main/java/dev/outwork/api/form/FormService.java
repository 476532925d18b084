package dev.outwork.api.form;

import dev.outwork.api.NotFoundException;
import dev.outwork.api.NullValueException;
import dev.outwork.api.deployment.Resource;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import java.util.Map;
import java.util.Optional;

/**
 * Shows the forms of none start events and user tasks, and takes what was filled in.
 *
 * <p>A form has what the model says of it: a key, under which somebody else finds it, and fields.
 * Every verb that names a process definition throws {@link NotFoundException}, and every verb that
 * names a task {@link NullValueException}, if there is none. Whoever shows a form evaluates its
 * labels and default values: that throws {@link dev.outwork.api.ProcessEngineException} if one of
 * them reads a variable that there is not, or a variable does not fit the type of its field.
 */
public interface FormService {
  /** The form that is filled in to start a process. */
  FormData startForm(String processDefinitionId);

  /** The form that is filled in to complete a task. */
  FormData taskForm(String taskId);

  /** What the fields of a start form are to be filled with, by their ids. */
  Map<String, TypedValue> startFormVariables(String processDefinitionId);

  /** What the fields of a task's form are to be filled with, and every variable the task sees. */
  Map<String, TypedValue> taskFormVariables(String taskId);

  /**
   * Starts an instance with what was filled in: each field is checked and converted to its type,
   * what was left out becomes its default value, and whatever else there is becomes a variable as
   * it is. Otherwise as {@link dev.outwork.api.instance.RuntimeService#startProcessInstance(String,
   * String, Map)}.
   *
   * @param businessKey may be null
   * @throws FormFieldValidationException if a field does not take its value; nothing is started
   */
  ProcessInstance submitStartForm(
      String processDefinitionId, String businessKey, Map<String, TypedValue> variables);

  /**
   * The same with the latest version of a process.
   *
   * @param tenantId whose version; null for the one that belongs to no tenant
   * @return empty if no such process is deployed
   */
  Optional<ProcessInstance> submitStartFormByKey(
      String key, String tenantId, String businessKey, Map<String, TypedValue> variables);

  /**
   * Completes a task with what was filled in, as {@link #submitStartForm} starts an instance; a
   * task that is delegated is resolved instead. Variables are set in the innermost scope that has
   * the name, from the activity outwards, else on the process instance.
   *
   * @throws FormFieldValidationException if a field does not take its value; the task stays as it
   *     is
   * @throws dev.outwork.api.SuspendedEntityInteractionException if the instance is suspended
   */
  void submitTaskForm(String taskId, Map<String, TypedValue> variables);

  /** The same, and returns the variables of the process instance as they are then. */
  Map<String, TypedValue> submitTaskFormWithVariablesInReturn(
      String taskId, Map<String, TypedValue> variables);

  /**
   * The file of the deployment that the key of a start form names, as {@code
   * embedded:deployment:start.html} or {@code camunda-forms:deployment:start.form}.
   *
   * @throws dev.outwork.api.BadUserRequestException if there is no key, or it names no file of a
   *     deployment
   * @throws NotFoundException if the deployment has no such file
   */
  Resource deployedStartForm(String processDefinitionId);

  /** The same for a task, in the deployment of its process. */
  Resource deployedTaskForm(String taskId);
}
