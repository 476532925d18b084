package dev.outwork.rest.history;

import dev.outwork.api.history.HistoricDecisionInstanceFilter;
import dev.outwork.api.history.HistoricDecisionInstanceSort;
import dev.outwork.api.history.HistoryService;
import dev.outwork.rest.format.CountDto;
import dev.outwork.rest.format.Failures;
import dev.outwork.rest.history.HistoricDecisionInstanceDto.Wanted;
import dev.outwork.rest.query.ListQueryReader;
import dev.outwork.rest.query.ListVocabulary;
import dev.outwork.rest.query.QueriedBy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;

/** Evaluated decisions, of processes and of clients. */
@QueriedBy(
    filters = HistoricDecisionInstanceFilter.class,
    sorting = HistoricDecisionInstanceSort.class)
@Path("history/decision-instance")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class HistoricDecisionInstancesResource {
  private static final ListQueryReader<HistoricDecisionInstanceFilter, HistoricDecisionInstanceSort>
      READER =
          new ListQueryReader<>(
              new ListVocabulary<>(
                  HistoricDecisionInstanceFilter.class,
                  HistoricDecisionInstanceSort.class,
                  Set.of()));

  @Inject private HistoryService history;

  @GET
  public List<HistoricDecisionInstanceDto> list(
      @QueryParam("includeInputs") boolean includeInputs,
      @QueryParam("includeOutputs") boolean includeOutputs,
      @QueryParam("disableCustomObjectDeserialization") boolean serialized,
      @Context UriInfo uri) {
    Wanted wanted = new Wanted(includeInputs, includeOutputs, !serialized);
    return history.decisionInstances(READER.read(uri.getQueryParameters())).stream()
        .map(instance -> HistoricDecisionInstanceDto.of(instance, wanted))
        .toList();
  }

  @GET
  @Path("count")
  public CountDto count(@Context UriInfo uri) {
    return new CountDto(history.countDecisionInstances(READER.read(uri.getQueryParameters())));
  }

  @GET
  @Path("{id}")
  public HistoricDecisionInstanceDto get(
      @PathParam("id") String id,
      @QueryParam("includeInputs") boolean includeInputs,
      @QueryParam("includeOutputs") boolean includeOutputs,
      @QueryParam("disableCustomObjectDeserialization") boolean serialized) {
    Wanted wanted = new Wanted(includeInputs, includeOutputs, !serialized);
    return history
        .decisionInstance(id)
        .map(instance -> HistoricDecisionInstanceDto.of(instance, wanted))
        .orElseThrow(
            () -> Failures.missing("Historic decision instance with id '%s' does not exist", id));
  }
}
