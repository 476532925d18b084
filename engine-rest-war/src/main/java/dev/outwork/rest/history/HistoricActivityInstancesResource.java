package dev.outwork.rest.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.api.ListQuery;
import dev.outwork.api.history.HistoricActivityInstanceFilter;
import dev.outwork.api.history.HistoricActivityInstanceSort;
import dev.outwork.api.history.HistoryService;
import dev.outwork.rest.format.CountDto;
import dev.outwork.rest.format.Failures;
import dev.outwork.rest.query.ListQueryReader;
import dev.outwork.rest.query.ListVocabulary;
import dev.outwork.rest.query.QueriedBy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;

/** Activities of running and ended instances. */
@QueriedBy(
    filters = HistoricActivityInstanceFilter.class,
    sorting = HistoricActivityInstanceSort.class)
@Path("history/activity-instance")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class HistoricActivityInstancesResource {
  private static final ListQueryReader<HistoricActivityInstanceFilter, HistoricActivityInstanceSort>
      READER =
          new ListQueryReader<>(
              new ListVocabulary<>(
                  HistoricActivityInstanceFilter.class,
                  HistoricActivityInstanceSort.class,
                  Set.of()));

  @Inject private HistoryService history;

  @GET
  public List<HistoricActivityInstanceDto> list(@Context UriInfo uri) {
    return list(READER.read(uri.getQueryParameters()));
  }

  @POST
  public List<HistoricActivityInstanceDto> list(ObjectNode query, @Context UriInfo uri) {
    return list(READER.read(query, uri.getQueryParameters()));
  }

  @GET
  @Path("count")
  public CountDto count(@Context UriInfo uri) {
    return new CountDto(history.countActivityInstances(READER.read(uri.getQueryParameters())));
  }

  @POST
  @Path("count")
  public CountDto count(ObjectNode query) {
    return new CountDto(history.countActivityInstances(READER.read(query)));
  }

  @GET
  @Path("{id}")
  public HistoricActivityInstanceDto get(@PathParam("id") String id) {
    return history
        .activityInstance(id)
        .map(HistoricActivityInstanceDto::of)
        .orElseThrow(
            () -> Failures.missing("Historic activity instance with id '%s' does not exist", id));
  }

  private List<HistoricActivityInstanceDto> list(
      ListQuery<HistoricActivityInstanceFilter, HistoricActivityInstanceSort> query) {
    return history.activityInstances(query).stream().map(HistoricActivityInstanceDto::of).toList();
  }
}
