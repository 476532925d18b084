package dev.outwork.rest.decision;

import dev.outwork.api.NotFoundException;
import dev.outwork.api.decision.DecisionService;
import dev.outwork.rest.decision.DecisionDefinitionResource.DecisionModelDto;
import dev.outwork.rest.wire.Failures;
import dev.outwork.rest.wire.WireException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Supplier;

/** One decision requirements definition, by whichever name the path called it. */
@Produces(MediaType.APPLICATION_JSON)
public class DecisionRequirementsDefinitionResource {
  private static final String NONE =
      "no deployed decision requirements definition found with id '%s': decisionRequirementsDefinition is null";

  private final Supplier<String> id;
  private final DecisionService decisions;

  DecisionRequirementsDefinitionResource(Supplier<String> id, DecisionService decisions) {
    this.id = id;
    this.decisions = decisions;
  }

  @GET
  public DecisionRequirementsDefinitionDto get() {
    String definitionId = id.get();
    return decisions
        .decisionRequirementsDefinition(definitionId)
        .map(DecisionRequirementsDefinitionDto::of)
        .orElseThrow(() -> missing(definitionId));
  }

  @GET
  @Path("xml")
  public DecisionModelDto model() {
    String definitionId = id.get();
    return decisions
        .decisionRequirementsModel(definitionId)
        .map(model -> new DecisionModelDto(definitionId, model))
        .orElseThrow(() -> missing(definitionId));
  }

  /** Status 204: no image is kept. */
  @GET
  @Path("diagram")
  public void diagram() {
    String definitionId = id.get();
    if (decisions.decisionRequirementsDefinition(definitionId).isEmpty()) {
      throw new NotFoundException(NONE.formatted(definitionId));
    }
  }

  private static WireException missing(String definitionId) {
    return Failures.missing(NONE, definitionId);
  }
}
