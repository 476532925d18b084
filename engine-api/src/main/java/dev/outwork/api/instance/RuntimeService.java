package dev.outwork.api.instance;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.NullValueException;
import dev.outwork.api.batch.Batch;
import dev.outwork.api.incident.Incident;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.VariableInstance;
import dev.outwork.api.variable.VariableInstanceFilter;
import dev.outwork.api.variable.VariableInstanceSort;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts, shows and ends process instances. An <em>execution</em> is a process instance or one of
 * its activities that is under way: the same id serves wherever an execution id is asked for, and
 * variables are looked up from there outwards.
 */
public interface RuntimeService {
  /**
   * Starts an instance and runs it to its next wait states, in one transaction.
   *
   * @param businessKey may be null
   * @param variables set on the instance before it starts
   * @throws dev.outwork.api.ProcessEngineException if there is no such definition, it is suspended,
   *     or the way to the next wait states fails
   */
  ProcessInstance startProcessInstance(
      String processDefinitionId, String businessKey, Map<String, TypedValue> variables);

  /**
   * Starts an instance elsewhere than at its start event.
   *
   * @param instructions executed in their order; without any, the instance starts at its none start
   *     event
   * @throws dev.outwork.api.ProcessEngineException as the other form, and if an instruction names
   *     what the definition does not have
   */
  ProcessInstance startProcessInstance(
      String processDefinitionId,
      String businessKey,
      Map<String, TypedValue> variables,
      List<ModificationInstruction> instructions);

  /**
   * Starts an instance of the latest version of a process, as the other forms do.
   *
   * @param tenantId whose version; null for the one that belongs to no tenant
   * @param instructions may be empty
   * @return empty if no such process is deployed
   */
  Optional<ProcessInstance> startProcessInstanceByKey(
      String key,
      String tenantId,
      String businessKey,
      Map<String, TypedValue> variables,
      List<ModificationInstruction> instructions);

  /**
   * Changes where an instance stands, in one transaction: cancels and starts activities in the
   * order of the instructions. A scope that is left empty has ended before the next one, the
   * instance if it is empty in the end.
   *
   * @param skipIoMappings whether output parameters of what is cancelled are left alone
   * @throws dev.outwork.api.ProcessEngineException if no such instance is running
   * @throws dev.outwork.api.NotValidException if an instruction names what there is not, or leaves
   *     open in which scope instance to start
   * @throws dev.outwork.api.SuspendedEntityInteractionException if the instance is suspended and an
   *     instruction begins something
   */
  void modifyProcessInstance(
      String id, List<ModificationInstruction> instructions, boolean skipIoMappings);

  /**
   * What is under way in an instance, as a tree.
   *
   * @throws NotFoundException if no such instance is running
   */
  ActivityInstance activityInstances(String processInstanceId);

  /** Running instances only; ended ones are history. */
  List<ProcessInstance> processInstances(
      ListQuery<ProcessInstanceFilter, ProcessInstanceSort> query);

  /** The same, but only their ids: for those who work on many. */
  List<String> processInstanceIds(ListQuery<ProcessInstanceFilter, ProcessInstanceSort> query);

  long countProcessInstances(ListQuery<ProcessInstanceFilter, ProcessInstanceSort> query);

  /** Empty if it never existed or has ended. */
  Optional<ProcessInstance> processInstance(String id);

  /**
   * Ends an instance where it stands; its external tasks are gone for their workers.
   *
   * @param deleteReason may be null
   * @throws NotFoundException if no such instance is running
   */
  void deleteProcessInstance(String id, String deleteReason);

  /**
   * The same for many instances in the background, each in a transaction of its own. One that is
   * not running when it is its turn counts as done.
   *
   * @param deleteReason may be null
   * @throws dev.outwork.api.BadUserRequestException if no id is given or one is null, or there are
   *     more than {@link Batch#MOST_ELEMENTS}
   */
  Batch deleteProcessInstancesAsync(Collection<String> ids, String deleteReason);

  /**
   * Suspends or activates an instance. The external tasks of a suspended one are not handed out and
   * cannot be completed; their locks keep running. Nothing moves in it: whatever else would move
   * it, as the end of an instance that it has called, is refused.
   *
   * @throws NotFoundException if no such instance is running
   */
  void setProcessInstanceSuspended(String id, boolean suspended);

  /**
   * Suspends or activates instances, all in one transaction. Those that stand so already, have
   * ended, or do not exist are passed over.
   */
  void setProcessInstancesSuspended(Collection<String> ids, boolean suspended);

  /** Running instances and activities that are under way. */
  List<Execution> executions(ListQuery<ExecutionFilter, ExecutionSort> query);

  long countExecutions(ListQuery<ExecutionFilter, ExecutionSort> query);

  /** Empty if it never existed or has ended. */
  Optional<Execution> execution(String id);

  /**
   * Opens an incident at an activity that is under way, and one at each call activity above it.
   * They end with the activity, if nobody resolves them before.
   *
   * @param incidentType as its creator likes to call it
   * @param configuration what it is about, may be null
   * @param message may be null
   * @throws dev.outwork.api.BadUserRequestException if there is no such execution, it is a process
   *     instance, or there is no type
   */
  Incident createIncident(
      String executionId, String incidentType, String configuration, String message);

  /**
   * The variables that an execution sees, inner ones hiding outer ones of the same name.
   *
   * @throws NullValueException if there is no such execution
   */
  Map<String, TypedValue> variables(String executionId);

  /**
   * The variables of an execution itself.
   *
   * @throws NullValueException if there is no such execution
   */
  Map<String, TypedValue> variablesLocal(String executionId);

  /**
   * One variable that an execution sees.
   *
   * @throws NullValueException if there is no such execution
   */
  Optional<TypedValue> variable(String executionId, String name);

  /**
   * One variable of an execution itself.
   *
   * @throws NullValueException if there is no such execution
   */
  Optional<TypedValue> variableLocal(String executionId, String name);

  /**
   * Sets and removes variables in one transaction. Each name is set where it is found first, going
   * outwards from the execution, else on the process instance. Removing what is not there is no
   * fault.
   *
   * @throws NullValueException if there is no such execution
   * @throws dev.outwork.api.SuspendedEntityInteractionException if a condition becomes true in an
   *     instance that is suspended
   */
  void changeVariables(
      String executionId, Map<String, TypedValue> modifications, Collection<String> deletions);

  /**
   * Sets and removes variables of an execution itself, in one transaction. Removing what is not
   * there is no fault.
   *
   * @throws NullValueException if there is no such execution
   * @throws dev.outwork.api.SuspendedEntityInteractionException as {@link #changeVariables}
   */
  void changeVariablesLocal(
      String executionId, Map<String, TypedValue> modifications, Collection<String> deletions);

  /**
   * Variables of running instances, of their activities that are under way and of their open tasks;
   * files and bytes without their content.
   */
  List<VariableInstance> variableInstances(
      ListQuery<VariableInstanceFilter, VariableInstanceSort> query);

  long countVariableInstances(ListQuery<VariableInstanceFilter, VariableInstanceSort> query);

  /** One of them, with its content; empty if there is none with this id. */
  Optional<VariableInstance> variableInstance(String id);
}
