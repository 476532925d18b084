package dev.outwork.rest.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.api.ListQuery;
import dev.outwork.api.history.HistoricVariableInstance;
import dev.outwork.api.history.HistoricVariableInstanceFilter;
import dev.outwork.api.history.HistoricVariableInstanceSort;
import dev.outwork.api.history.HistoryService;
import dev.outwork.rest.format.CountDto;
import dev.outwork.rest.format.Failures;
import dev.outwork.rest.query.ListQueryReader;
import dev.outwork.rest.query.ListVocabulary;
import dev.outwork.rest.query.QueriedBy;
import dev.outwork.rest.variable.BinaryContent;
import dev.outwork.rest.variable.DeserializedValue;
import dev.outwork.rest.variable.VariableWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import java.util.Set;

/** Variables of running and ended instances. */
@QueriedBy(
    filters = HistoricVariableInstanceFilter.class,
    sorting = HistoricVariableInstanceSort.class)
@Path("history/variable-instance")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class HistoricVariableInstancesResource {
  private static final ListQueryReader<HistoricVariableInstanceFilter, HistoricVariableInstanceSort>
      READER =
          new ListQueryReader<>(
              new ListVocabulary<>(
                  HistoricVariableInstanceFilter.class,
                  HistoricVariableInstanceSort.class,
                  Set.of()));

  @Inject private HistoryService history;

  @GET
  public List<HistoricVariableInstanceDto> list(
      @Context UriInfo uri,
      @QueryParam("deserializeValues") @DefaultValue("true") boolean deserializeValues) {
    return list(READER.read(uri.getQueryParameters()), deserializeValues);
  }

  @POST
  public List<HistoricVariableInstanceDto> list(
      ObjectNode query,
      @Context UriInfo uri,
      @QueryParam("deserializeValues") @DefaultValue("true") boolean deserializeValues) {
    return list(READER.read(query, uri.getQueryParameters()), deserializeValues);
  }

  @GET
  @Path("count")
  public CountDto count(@Context UriInfo uri) {
    return new CountDto(history.countVariableInstances(READER.read(uri.getQueryParameters())));
  }

  @POST
  @Path("count")
  public CountDto count(ObjectNode query) {
    return new CountDto(history.countVariableInstances(READER.read(query)));
  }

  @GET
  @Path("{id}")
  public HistoricVariableInstanceDto get(
      @PathParam("id") String id,
      @QueryParam("deserializeValues") @DefaultValue("true") boolean deserializeValues) {
    HistoricVariableInstance variable = find(id);
    return Failures.failedIs500(
        "Cannot get historic variable instance variable %s: ".formatted(variable.name()),
        () ->
            HistoricVariableInstanceDto.of(
                variable,
                new DeserializedValue(
                    VariableWriter.write(variable.value(), deserializeValues), null)));
  }

  /** The bytes of a file or a binary value. */
  @GET
  @Path("{id}/data")
  @Produces(MediaType.WILDCARD)
  public Response data(@PathParam("id") String id) {
    return BinaryContent.of(find(id).name(), history.variableContent(id).orElseThrow());
  }

  private HistoricVariableInstance find(String id) {
    return history
        .variableInstance(id)
        .orElseThrow(
            () -> Failures.missing("Historic variable instance with Id '%s' does not exist.", id));
  }

  private List<HistoricVariableInstanceDto> list(
      ListQuery<HistoricVariableInstanceFilter, HistoricVariableInstanceSort> query,
      boolean deserialize) {
    return history.variableInstances(query).stream()
        .map(
            variable ->
                HistoricVariableInstanceDto.of(
                    variable, DeserializedValue.of(variable.value(), deserialize)))
        .toList();
  }
}
