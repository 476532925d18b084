package dev.outwork.rest.decision;

import dev.outwork.api.decision.DecisionDefinition;
import dev.outwork.api.decision.DecisionDefinitionFilter;
import dev.outwork.api.decision.DecisionDefinitionSort;
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

/** Decision definitions, by id, by key, or by key and tenant. */
@QueriedBy(filters = DecisionDefinitionFilter.class, sorting = DecisionDefinitionSort.class)
@Path("decision-definition")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class DecisionDefinitionsResource {
  private static final ListQueryReader<DecisionDefinitionFilter, DecisionDefinitionSort> READER =
      new ListQueryReader<>(
          new ListVocabulary<>(
              DecisionDefinitionFilter.class, DecisionDefinitionSort.class, Set.of()));

  @Inject private DecisionService decisions;

  @GET
  public List<DecisionDefinitionDto> list(@Context UriInfo uri) {
    return decisions.decisionDefinitions(READER.read(uri.getQueryParameters())).stream()
        .map(DecisionDefinitionDto::of)
        .toList();
  }

  @GET
  @Path("count")
  public CountDto count(@Context UriInfo uri) {
    return new CountDto(decisions.countDecisionDefinitions(READER.read(uri.getQueryParameters())));
  }

  @Path("{id}")
  public DecisionDefinitionResource byId(@PathParam("id") String id) {
    return new DecisionDefinitionResource(() -> id, decisions);
  }

  /** The latest version without tenant. */
  @Path("key/{key}")
  public DecisionDefinitionResource byKey(@PathParam("key") String key) {
    return new DecisionDefinitionResource(() -> latest(key, null), decisions);
  }

  @Path("key/{key}/tenant-id/{tenantId}")
  public DecisionDefinitionResource byKeyAndTenant(
      @PathParam("key") String key, @PathParam("tenantId") String tenantId) {
    return new DecisionDefinitionResource(() -> latest(key, tenantId), decisions);
  }

  private String latest(String key, String tenantId) {
    return decisions
        .latestDecisionDefinition(key, tenantId)
        .map(DecisionDefinition::id)
        .orElseThrow(() -> Failures.noLatest("decision definition", key, tenantId));
  }
}
