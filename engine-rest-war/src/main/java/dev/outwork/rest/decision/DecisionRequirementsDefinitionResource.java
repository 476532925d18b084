package dev.outwork.rest.decision;

import dev.outwork.api.decision.DecisionService;
import dev.outwork.rest.decision.DecisionDefinitionResource.DecisionModelDto;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Supplier;

/** One decision requirements definition, addressed by id or by key. */
@Produces(MediaType.APPLICATION_JSON)
public class DecisionRequirementsDefinitionResource {
  private final NamedDecision named;
  private final DecisionService decisions;

  DecisionRequirementsDefinitionResource(Supplier<String> id, DecisionService decisions) {
    this.named =
        new NamedDecision(
            id,
            "no deployed decision requirements definition found with id '%s': decisionRequirementsDefinition is null");
    this.decisions = decisions;
  }

  @GET
  public DecisionRequirementsDefinitionDto get() {
    return DecisionRequirementsDefinitionDto.of(
        named.get(decisions::decisionRequirementsDefinition));
  }

  @GET
  @Path("xml")
  public DecisionModelDto model() {
    return named.model(decisions::decisionRequirementsModel);
  }

  /** Status 204: no image is stored. */
  @GET
  @Path("diagram")
  public void diagram() {
    named.diagram(decisions::decisionRequirementsDefinition);
  }
}
