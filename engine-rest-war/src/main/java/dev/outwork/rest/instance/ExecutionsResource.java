package dev.outwork.rest.instance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.api.ListQuery;
import dev.outwork.api.instance.ExecutionFilter;
import dev.outwork.api.instance.ExecutionSort;
import dev.outwork.api.instance.RuntimeService;
import dev.outwork.rest.format.CountDto;
import dev.outwork.rest.format.Failures;
import dev.outwork.rest.incident.IncidentDto;
import dev.outwork.rest.query.ListQueryReader;
import dev.outwork.rest.query.ListVocabulary;
import dev.outwork.rest.query.QueriedBy;
import dev.outwork.rest.variable.VariablesResource;
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

/** Running instances and activities, as executions (docs/rest-api.md, "Executions"). */
@QueriedBy(filters = ExecutionFilter.class, sorting = ExecutionSort.class)
@Path("execution")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ExecutionsResource {
  private static final int BAD_REQUEST = 400;

  private static final ListQueryReader<ExecutionFilter, ExecutionSort> READER =
      new ListQueryReader<>(
          new ListVocabulary<>(ExecutionFilter.class, ExecutionSort.class, Set.of()));

  @Inject private RuntimeService runtime;

  /** An incident to create at an execution; its type is freely chosen. */
  public record CreateIncidentDto(String incidentType, String configuration, String message) {}

  @GET
  public List<ExecutionDto> list(@Context UriInfo uri) {
    return list(READER.read(uri.getQueryParameters()));
  }

  @POST
  public List<ExecutionDto> list(ObjectNode query, @Context UriInfo uri) {
    return list(READER.read(query, uri.getQueryParameters()));
  }

  @GET
  @Path("count")
  public CountDto count(@Context UriInfo uri) {
    return new CountDto(runtime.countExecutions(READER.read(uri.getQueryParameters())));
  }

  @POST
  @Path("count")
  public CountDto count(ObjectNode query) {
    return new CountDto(runtime.countExecutions(READER.read(query)));
  }

  @GET
  @Path("{id}")
  public ExecutionDto get(@PathParam("id") String id) {
    return runtime
        .execution(id)
        .map(ExecutionDto::of)
        .orElseThrow(() -> Failures.missing("Execution with id %s does not exist", id));
  }

  @Path("{id}/localVariables")
  public VariablesResource localVariables(@PathParam("id") String id) {
    return new VariablesResource(new ExecutionLocalVariables(id, runtime));
  }

  @POST
  @Path("{id}/create-incident")
  public IncidentDto createIncident(@PathParam("id") String id, CreateIncidentDto sent) {
    return Failures.refusedIs(
        BAD_REQUEST,
        "",
        () ->
            IncidentDto.of(
                runtime.createIncident(
                    id, sent.incidentType(), sent.configuration(), sent.message())));
  }

  private List<ExecutionDto> list(ListQuery<ExecutionFilter, ExecutionSort> query) {
    return runtime.executions(query).stream().map(ExecutionDto::of).toList();
  }
}
