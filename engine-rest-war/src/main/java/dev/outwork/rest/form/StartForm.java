package dev.outwork.rest.form;

import dev.outwork.api.form.FormService;
import dev.outwork.rest.format.Failures;
import dev.outwork.rest.variable.VariableValueDto;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** The start form of one definition. */
public record StartForm(String definitionId, FormService forms) {
  /** Every failure to read the form is status 400. */
  public FormDto get() {
    return Failures.failedIs(
        400,
        "Cannot get start form data for process definition %s: ".formatted(definitionId),
        () -> FormDto.of(forms.startForm(definitionId), "process-definition/" + definitionId));
  }

  /** Variables of all fields of the form, or of the named ones. */
  public Map<String, VariableValueDto> variables(String names, boolean deserialize) {
    return FormAnswers.variables(forms.startFormVariables(definitionId), names, deserialize);
  }

  public Response rendered() {
    return FormAnswers.rendered(
        forms.startForm(definitionId),
        "No matching rendered start form for process definition with the id %s found."
            .formatted(definitionId));
  }

  public Response deployed() {
    return FormAnswers.deployed(() -> forms.deployedStartForm(definitionId));
  }
}
