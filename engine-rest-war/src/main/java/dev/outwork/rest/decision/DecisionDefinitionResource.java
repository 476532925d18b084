package dev.outwork.rest.decision;

import dev.outwork.api.decision.DecisionResultEntry;
import dev.outwork.api.decision.DecisionService;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.rest.definition.HistoryTimeToLiveDto;
import dev.outwork.rest.format.Failures;
import dev.outwork.rest.format.RestException;
import dev.outwork.rest.variable.VariableReader;
import dev.outwork.rest.variable.VariableValueDto;
import dev.outwork.rest.variable.VariableWriter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One decision definition, addressed by id or by key. */
@Produces(MediaType.APPLICATION_JSON)
public class DecisionDefinitionResource {
  private final NamedDecision named;
  private final DecisionService decisions;

  /** A DMN document in a JSON string. */
  public record DecisionModelDto(String id, String dmnXml) {}

  DecisionDefinitionResource(Supplier<String> id, DecisionService decisions) {
    this.named =
        new NamedDecision(
            id, "no deployed decision definition found with id '%s': decisionDefinition is null");
    this.decisions = decisions;
  }

  @GET
  public DecisionDefinitionDto get() {
    return DecisionDefinitionDto.of(named.get(decisions::decisionDefinition));
  }

  @GET
  @Path("xml")
  public DecisionModelDto model() {
    return named.model(decisions::decisionModel);
  }

  /** Status 204: no image is stored. */
  @GET
  @Path("diagram")
  public void diagram() {
    named.diagram(decisions::decisionDefinition);
  }

  @POST
  @Path("evaluate")
  public List<Map<String, VariableValueDto>> evaluate(EvaluationDto sent) {
    String definitionId = named.id();
    Map<String, TypedValue> variables =
        VariableReader.readAll((sent == null ? EvaluationDto.NOTHING : sent).variables());
    return evaluate(definitionId, variables).stream().map(this::written).toList();
  }

  private List<Map<String, DecisionResultEntry>> evaluate(
      String definitionId, Map<String, TypedValue> variables) {
    try {
      return Failures.missingIs404(() -> decisions.evaluate(definitionId, variables));
    } catch (RestException e) {
      throw e.after("Cannot evaluate decision %s: ".formatted(definitionId));
    }
  }

  private Map<String, VariableValueDto> written(Map<String, DecisionResultEntry> result) {
    Map<String, VariableValueDto> written = new LinkedHashMap<>();
    result.forEach((name, entry) -> written.put(name, written(entry)));
    return written;
  }

  /** A value without type is written as it is. */
  private static VariableValueDto written(DecisionResultEntry entry) {
    Object value = entry.value();
    return entry.typed() || value == null
        ? VariableWriter.write(TypedValue.untyped(value))
        : new VariableValueDto(null, value, null);
  }

  @PUT
  @Path("history-time-to-live")
  public void setHistoryTimeToLive(HistoryTimeToLiveDto sent) {
    String definitionId = named.id();
    Failures.missingIs404(
        () -> decisions.updateHistoryTimeToLive(definitionId, sent.historyTimeToLive()));
  }
}
