package dev.outwork.rest.decision;

import dev.outwork.api.decision.DecisionRequirementsDefinition;
import dev.outwork.api.decision.DecisionRequirementsDefinitionFilter;
import dev.outwork.api.decision.DecisionRequirementsDefinitionSort;
import dev.outwork.api.decision.DecisionService;
import dev.outwork.rest.format.CountDto;
import dev.outwork.rest.format.Failures;
import dev.outwork.rest.query.ListQueryReader;
import dev.outwork.rest.query.ListVocabulary;
import dev.outwork.rest.query.QueriedBy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;

/** Decision requirements definitions, by id, by key, or by key and tenant. */
@QueriedBy(
    filters = DecisionRequirementsDefinitionFilter.class,
    sorting = DecisionRequirementsDefinitionSort.class)
@Path("decision-requirements-definition")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class DecisionRequirementsDefinitionsResource {
  private static final ListQueryReader<
          DecisionRequirementsDefinitionFilter, DecisionRequirementsDefinitionSort>
      READER =
          new ListQueryReader<>(
              new ListVocabulary<>(
                  DecisionRequirementsDefinitionFilter.class,
                  DecisionRequirementsDefinitionSort.class,
                  Set.of()));

  @Inject private DecisionService decisions;

  @GET
  public List<DecisionRequirementsDefinitionDto> list(@Context UriInfo uri) {
    return decisions.decisionRequirementsDefinitions(READER.read(uri.getQueryParameters())).stream()
        .map(DecisionRequirementsDefinitionDto::of)
        .toList();
  }

  @GET
  @Path("count")
  public CountDto count(@Context UriInfo uri) {
    return new CountDto(
        decisions.countDecisionRequirementsDefinitions(READER.read(uri.getQueryParameters())));
  }

  @Path("{id}")
  public DecisionRequirementsDefinitionResource byId(@PathParam("id") String id) {
    return new DecisionRequirementsDefinitionResource(() -> id, decisions);
  }

  /** The latest version without tenant. */
  @Path("key/{key}")
  public DecisionRequirementsDefinitionResource byKey(@PathParam("key") String key) {
    return new DecisionRequirementsDefinitionResource(() -> latest(key, null), decisions);
  }

  @Path("key/{key}/tenant-id/{tenantId}")
  public DecisionRequirementsDefinitionResource byKeyAndTenant(
      @PathParam("key") String key, @PathParam("tenantId") String tenantId) {
    return new DecisionRequirementsDefinitionResource(() -> latest(key, tenantId), decisions);
  }

  private String latest(String key, String tenantId) {
    return decisions
        .latestDecisionRequirementsDefinition(key, tenantId)
        .map(DecisionRequirementsDefinition::id)
        .orElseThrow(() -> Failures.noLatest("decision requirements definition", key, tenantId));
  }
}
