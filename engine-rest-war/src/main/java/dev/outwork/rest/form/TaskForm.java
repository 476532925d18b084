package dev.outwork.rest.form;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.NullValueException;
import dev.outwork.api.form.FormService;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.rest.format.Failures;
import dev.outwork.rest.variable.VariableReader;
import dev.outwork.rest.variable.VariableValueDto;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** The form of one task. */
public record TaskForm(String taskId, FormService forms) {
  /** Every failure to read the form is status 400. */
  public FormDto get() {
    return Failures.refusedIsRestException(
        400,
        "Cannot get form for task %s: ".formatted(taskId),
        () -> FormDto.of(forms.taskForm(taskId), "task/" + taskId));
  }

  /** Variables of the fields and all others visible to the task, or the named ones. */
  public Map<String, VariableValueDto> variables(String names, boolean deserialize) {
    return FormAnswers.variables(variables(), names, deserialize);
  }

  // Other paths of the task return status 500 for an unknown task.
  private Map<String, TypedValue> variables() {
    try {
      return forms.taskFormVariables(taskId);
    } catch (NullValueException unknown) {
      throw new BadUserRequestException(unknown.getMessage());
    }
  }

  public Response rendered() {
    return FormAnswers.rendered(
        forms.taskForm(taskId),
        "No matching rendered form for task with the id %s found.".formatted(taskId));
  }

  public Response deployed() {
    return FormAnswers.deployed(() -> forms.deployedTaskForm(taskId));
  }

  /** Returns the resulting variables of the process instance. */
  public Map<String, TypedValue> submit(Map<String, VariableValueDto> sent) {
    String prefix = "Cannot submit task form %s: ".formatted(taskId);
    Map<String, TypedValue> variables = VariableReader.readAll(sent, prefix);
    return Failures.submitted(
        () -> prefix, () -> forms.submitTaskFormWithVariablesInReturn(taskId, variables));
  }
}
