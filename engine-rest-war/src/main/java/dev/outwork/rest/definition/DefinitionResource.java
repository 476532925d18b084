package dev.outwork.rest.definition;

import dev.outwork.api.NullValueException;
import dev.outwork.api.deployment.RepositoryService;
import dev.outwork.api.instance.ModificationInstruction;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.instance.RuntimeService;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.rest.instance.InstructionDto;
import dev.outwork.rest.instance.ProcessInstanceDto;
import dev.outwork.rest.instance.StartedInstanceDto;
import dev.outwork.rest.openapi.Answers;
import dev.outwork.rest.variable.VariableReader;
import dev.outwork.rest.wire.Failures;
import dev.outwork.rest.wire.LinkDto;
import dev.outwork.rest.wire.WireException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;

/** One process definition, by whichever name the path called it. */
@Produces(MediaType.APPLICATION_JSON)
public class DefinitionResource {
  private final String id;
  private final RepositoryService repository;
  private final RuntimeService runtime;

  /** A BPMN document in a JSON string. */
  public record ModelDto(String id, String bpmn20Xml) {}

  DefinitionResource(String id, RepositoryService repository, RuntimeService runtime) {
    this.id = id;
    this.repository = repository;
    this.runtime = runtime;
  }

  @GET
  public ProcessDefinitionDto get() {
    return repository
        .processDefinition(id)
        .map(ProcessDefinitionDto::of)
        .orElseThrow(() -> Failures.missing("No matching definition with id %s", id));
  }

  @GET
  @Path("xml")
  public ModelDto model() {
    return repository
        .processModel(id)
        .map(model -> new ModelDto(id, model))
        .orElseThrow(() -> Failures.missing("No matching definition with id %s", id));
  }

  @POST
  @Path("start")
  @Answers({ProcessInstanceDto.class, StartedInstanceDto.class})
  public Object start(StartDto sent, @Context UriInfo uri) {
    String prefix = "Cannot instantiate process definition %s: ".formatted(id);
    Map<String, TypedValue> variables = VariableReader.readAll(sent.variables(), prefix);
    ProcessInstance started =
        Failures.failedIs500(
            prefix,
            () -> {
              sent.refuseWhatCannotBeHonoured();
              return runtime.startProcessInstance(
                  id, sent.businessKey(), variables, instructions(sent, prefix));
            });
    ProcessInstanceDto instance =
        ProcessInstanceDto.of(
            started, List.of(LinkDto.self(uri, "process-instance", started.id())));
    return sent.withVariablesInReturn()
        ? StartedInstanceDto.of(instance, variablesOf(started, variables))
        : instance;
  }

  private static List<ModificationInstruction> instructions(StartDto sent, String prefix) {
    try {
      return InstructionDto.readAll(sent.startInstructions());
    } catch (WireException e) {
      throw e.after(prefix);
    }
  }

  private Map<String, TypedValue> variablesOf(
      ProcessInstance started, Map<String, TypedValue> sent) {
    try {
      return started.ended() ? sent : runtime.variables(started.id());
    } catch (NullValueException e) {
      // A worker was so quick that the instance has ended; that it was started is still true.
      return sent;
    }
  }
}
