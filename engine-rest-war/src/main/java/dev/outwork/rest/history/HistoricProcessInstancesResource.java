package dev.outwork.rest.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.api.ListQuery;
import dev.outwork.api.history.HistoricProcessInstanceFilter;
import dev.outwork.api.history.HistoricProcessInstanceSort;
import dev.outwork.api.history.HistoryService;
import dev.outwork.rest.format.CountDto;
import dev.outwork.rest.format.Failures;
import dev.outwork.rest.query.QueriedBy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Running and ended process instances. */
@QueriedBy(
    filters = HistoricProcessInstanceFilter.class,
    sorting = HistoricProcessInstanceSort.class,
    orQueries = true)
@Path("history/process-instance")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class HistoricProcessInstancesResource {
  @Inject private HistoryService history;

  @GET
  public List<HistoricProcessInstanceDto> list(@Context UriInfo uri) {
    return list(HistoricProcessInstanceLists.READER.read(uri.getQueryParameters()));
  }

  @POST
  public List<HistoricProcessInstanceDto> list(ObjectNode query, @Context UriInfo uri) {
    return list(HistoricProcessInstanceLists.READER.read(query, uri.getQueryParameters()));
  }

  @GET
  @Path("count")
  public CountDto count(@Context UriInfo uri) {
    return new CountDto(
        history.countProcessInstances(
            HistoricProcessInstanceLists.READER.read(uri.getQueryParameters())));
  }

  @POST
  @Path("count")
  public CountDto count(ObjectNode query) {
    return new CountDto(
        history.countProcessInstances(HistoricProcessInstanceLists.READER.read(query)));
  }

  @GET
  @Path("{id}")
  public HistoricProcessInstanceDto get(@PathParam("id") String id) {
    return history
        .processInstance(id)
        .map(HistoricProcessInstanceDto::of)
        .orElseThrow(
            () -> Failures.missing("Historic process instance with id %s does not exist", id));
  }

  /** Deletes an ended instance permanently; status 404 also if it is still running. */
  @DELETE
  @Path("{id}")
  public void delete(
      @PathParam("id") String id,
      @QueryParam("failIfNotExists") @DefaultValue("true") boolean failIfNotExists) {
    Failures.failedIs(
        Response.Status.NOT_FOUND.getStatusCode(),
        () -> {
          if (!failIfNotExists) {
            history.deleteHistoricProcessInstanceIfExists(id);
          } else {
            history.deleteHistoricProcessInstance(id);
          }
        });
  }

  private List<HistoricProcessInstanceDto> list(
      ListQuery<HistoricProcessInstanceFilter, HistoricProcessInstanceSort> query) {
    return history.processInstances(query).stream().map(HistoricProcessInstanceDto::of).toList();
  }
}
