package dev.outwork.rest.definition;

import dev.outwork.api.AuthorizationException;
import dev.outwork.api.NullValueException;
import dev.outwork.api.instance.ModificationInstruction;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.instance.RuntimeService;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.rest.format.Failures;
import dev.outwork.rest.format.LinkDto;
import dev.outwork.rest.format.RestException;
import dev.outwork.rest.instance.InstructionDto;
import dev.outwork.rest.instance.ProcessInstanceDto;
import dev.outwork.rest.instance.StartedInstanceDto;
import dev.outwork.rest.variable.VariableReader;
import dev.outwork.rest.variable.VariableValueDto;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Starts instances of one definition through the REST API (docs/rest-api.md, "Process
 * definitions").
 */
final class DefinitionStart {
  private final NamedDefinition definition;
  private final RuntimeService runtime;

  /** A submitted start form. */
  record FilledFormDto(Map<String, VariableValueDto> variables, String businessKey) {}

  DefinitionStart(NamedDefinition definition, RuntimeService runtime) {
    this.definition = definition;
    this.runtime = runtime;
  }

  /** Returns the instance, with its variables if the client requested them. */
  Object with(StartDto sent, UriInfo uri) {
    Map<String, TypedValue> variables = variables(sent.variables());
    ProcessInstance started =
        started(
            () -> {
              sent.refuseWhatCannotBeHonoured();
              return definition.start(sent.businessKey(), variables, instructions(sent));
            });
    ProcessInstanceDto instance = withLink(started, uri);
    return sent.withVariablesInReturn()
        ? StartedInstanceDto.of(instance, variablesOf(started, variables))
        : instance;
  }

  ProcessInstanceDto with(FilledFormDto sent, UriInfo uri) {
    Map<String, TypedValue> variables = variables(sent.variables());
    return withLink(
        Failures.submitted(
            this::prefix, () -> definition.submitForm(sent.businessKey(), variables)),
        uri);
  }

  private Map<String, TypedValue> variables(Map<String, VariableValueDto> sent) {
    try {
      return VariableReader.readAll(sent);
    } catch (RestException e) {
      throw e.after(prefix());
    }
  }

  private ProcessInstance started(Supplier<ProcessInstance> start) {
    return Failures.failedIs500(this::prefix, start);
  }

  // Evaluated on failure only, because the id may have to be looked up.
  private String prefix() {
    return "Cannot instantiate process definition %s: ".formatted(definition.id());
  }

  private static ProcessInstanceDto withLink(ProcessInstance started, UriInfo uri) {
    return ProcessInstanceDto.of(
        started, List.of(LinkDto.self(uri, "process-instance", started.id())));
  }

  private List<ModificationInstruction> instructions(StartDto sent) {
    try {
      return InstructionDto.readAll(sent.startInstructions());
    } catch (RestException e) {
      throw e.after(prefix());
    }
  }

  private Map<String, TypedValue> variablesOf(
      ProcessInstance started, Map<String, TypedValue> sent) {
    try {
      return started.ended() ? sent : runtime.variables(started.id());
    } catch (NullValueException | AuthorizationException e) {
      // A worker was so fast that the instance has already ended, or the caller may start what it
      // may not read; it was started nevertheless.
      return sent;
    }
  }
}
