package dev.outwork.engine.form;

import static dev.outwork.api.NullValueException.ensureNotNull;

import dev.outwork.api.NotFoundException;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.deployment.Resource;
import dev.outwork.api.form.FormData;
import dev.outwork.api.form.FormField;
import dev.outwork.api.form.FormService;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.FormInfo;
import dev.outwork.engine.bpmn.StartEvent;
import dev.outwork.engine.bpmn.UserTask;
import dev.outwork.engine.database.TellsOutages;
import dev.outwork.engine.deployment.DefinitionStore;
import dev.outwork.engine.deployment.Models;
import dev.outwork.engine.instance.Starts;
import dev.outwork.engine.right.Grants;
import dev.outwork.engine.right.ProcessRights;
import dev.outwork.engine.right.Verb;
import dev.outwork.engine.usertask.TaskForms;
import dev.outwork.engine.usertask.UserTaskRow;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The boundary of forms. */
@Stateless
@TellsOutages
@Local(FormService.class)
public class Forms implements FormService {
  @Inject private Grants grants;
  @Inject private DefinitionStore definitions;
  @Inject private Models models;
  @Inject private Starts starts;
  @Inject private TaskForms tasks;
  @Inject private DeployedForms deployed;

  @Override
  public FormData startForm(String processDefinitionId) {
    return startForm(existing(processDefinitionId, show()));
  }

  @Override
  public FormData taskForm(String taskId) {
    return taskForm(tasks.see(taskId, readVariables()));
  }

  @Override
  public Map<String, TypedValue> startFormVariables(String processDefinitionId) {
    return valuesOf(startForm(processDefinitionId));
  }

  @Override
  public Map<String, TypedValue> taskFormVariables(String taskId) {
    TaskForms.Seen seen = tasks.see(taskId, readVariables());
    Map<String, TypedValue> values = valuesOf(taskForm(seen));
    seen.variables().visibleFrom(seen.task().scopesWithOwn()).forEach(values::putIfAbsent);
    return values;
  }

  @Override
  public ProcessInstance submitStartForm(
      String processDefinitionId, String businessKey, Map<String, TypedValue> variables) {
    return submit(existing(processDefinitionId, operate()), businessKey, variables);
  }

  @Override
  public Optional<ProcessInstance> submitStartFormByKey(
      String key, String tenantId, String businessKey, Map<String, TypedValue> variables) {
    Predicate<String> permittedKey = operate();
    return definitions
        .latest(ensureNotNull("key", key), tenantId)
        .filter(latest -> permittedKey.test(latest.key()))
        .map(latest -> submit(latest, businessKey, variables));
  }

  @Override
  public void submitTaskForm(String taskId, Map<String, TypedValue> variables) {
    submitTaskFormWithVariablesInReturn(taskId, variables);
  }

  @Override
  public Map<String, TypedValue> submitTaskFormWithVariablesInReturn(
      String taskId, Map<String, TypedValue> variables) {
    return tasks.submit(
        taskId, rights(), variables, task -> new FilledForm(userTask(task).form(), variables));
  }

  @Override
  public Resource deployedStartForm(String processDefinitionId) {
    ProcessDefinition definition = existing(processDefinitionId, show());
    return deployed.find(startEvent(definition).map(StartEvent::formKey).orElse(null), definition);
  }

  @Override
  public Resource deployedTaskForm(String taskId) {
    UserTaskRow task = tasks.find(taskId, read());
    return deployed.find(task.formKey(), models.of(task.processDefinitionId()).definition());
  }

  private ProcessInstance submit(
      ProcessDefinition definition, String businessKey, Map<String, TypedValue> variables) {
    FormInfo form = startEvent(definition).map(StartEvent::form).orElse(FormInfo.NONE);
    return starts.start(definition, businessKey, new FilledForm(form, variables));
  }

  private FormData startForm(ProcessDefinition definition) {
    return startEvent(definition)
        .map(start -> ShownForm.OF_START.show(start.formKey(), start.form()))
        .orElse(new FormData(null, List.of(), List.of()));
  }

  private FormData taskForm(TaskForms.Seen seen) {
    UserTaskRow task = seen.task();
    ShownForm form =
        new ShownForm(name -> seen.variables().get(task.scopes(), name), seen.names(), true);
    return form.show(task.formKey(), userTask(task).form());
  }

  private Optional<StartEvent> startEvent(ProcessDefinition definition) {
    return models.of(definition.id()).model().noneStart();
  }

  private UserTask userTask(UserTaskRow task) {
    return (UserTask) models.of(task.processDefinitionId()).model().node(task.activityId());
  }

  private static Map<String, TypedValue> valuesOf(FormData form) {
    Map<String, TypedValue> values = new LinkedHashMap<>();
    for (FormField field : form.fields()) {
      values.put(field.id(), field.value());
    }
    return values;
  }

  private ProcessRights rights() {
    return new ProcessRights(grants.ofCaller());
  }

  private Predicate<String> show() {
    return rights()::showDefinition;
  }

  private Predicate<String> read() {
    return rights().permitting(Verb.READ);
  }

  private Predicate<String> readVariables() {
    return rights()::permitVariables;
  }

  private Predicate<String> operate() {
    return rights().permitting(Verb.OPERATE);
  }

  private ProcessDefinition existing(String id, Predicate<String> permittedKey) {
    return definitions
        .find(ensureNotNull("processDefinitionId", id))
        .filter(definition -> permittedKey.test(definition.key()))
        .orElseThrow(
            () ->
                new NotFoundException(
                    "no deployed process definition found with id '%s': processDefinition is null"
                        .formatted(id)));
  }
}
