package dev.outwork.rest.variable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.api.ListQuery;
import dev.outwork.api.instance.RuntimeService;
import dev.outwork.api.variable.VariableInstance;
import dev.outwork.api.variable.VariableInstanceFilter;
import dev.outwork.api.variable.VariableInstanceSort;
import dev.outwork.rest.format.CountDto;
import dev.outwork.rest.format.Failures;
import dev.outwork.rest.query.ListQueryReader;
import dev.outwork.rest.query.ListVocabulary;
import dev.outwork.rest.query.QueriedBy;
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

/** Variables of running instances (docs/rest-api.md, "Variable instances"). */
@QueriedBy(filters = VariableInstanceFilter.class, sorting = VariableInstanceSort.class)
@Path("variable-instance")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class VariableInstancesResource {
  private static final ListQueryReader<VariableInstanceFilter, VariableInstanceSort> READER =
      new ListQueryReader<>(
          new ListVocabulary<>(VariableInstanceFilter.class, VariableInstanceSort.class, Set.of()));

  @Inject private RuntimeService runtime;

  @GET
  public List<VariableInstanceDto> list(
      @Context UriInfo uri,
      @QueryParam("deserializeValues") @DefaultValue("true") boolean deserializeValues) {
    return list(READER.read(uri.getQueryParameters()), deserializeValues);
  }

  @POST
  public List<VariableInstanceDto> list(
      ObjectNode query,
      @Context UriInfo uri,
      @QueryParam("deserializeValues") @DefaultValue("true") boolean deserializeValues) {
    return list(READER.read(query, uri.getQueryParameters()), deserializeValues);
  }

  @GET
  @Path("count")
  public CountDto count(@Context UriInfo uri) {
    return new CountDto(runtime.countVariableInstances(READER.read(uri.getQueryParameters())));
  }

  @POST
  @Path("count")
  public CountDto count(ObjectNode query) {
    return new CountDto(runtime.countVariableInstances(READER.read(query)));
  }

  @GET
  @Path("{id}")
  public VariableInstanceDto get(
      @PathParam("id") String id,
      @QueryParam("deserializeValue") @DefaultValue("true") boolean deserializeValue) {
    VariableInstance variable = existing(id);
    return Failures.failedIs500(
        "Cannot get variable instance variable %s: ".formatted(variable.name()),
        () ->
            VariableInstanceDto.of(
                variable,
                new DeserializedValue(
                    VariableWriter.write(variable.value(), deserializeValue), null)));
  }

  @GET
  @Path("{id}/data")
  @Produces(MediaType.WILDCARD)
  public Response data(@PathParam("id") String id) {
    VariableInstance variable = existing(id);
    return BinaryContent.of(variable.name(), variable.value());
  }

  private VariableInstance existing(String id) {
    return runtime
        .variableInstance(id)
        .orElseThrow(() -> Failures.missing("Variable instance with Id '%s' does not exist.", id));
  }

  private List<VariableInstanceDto> list(
      ListQuery<VariableInstanceFilter, VariableInstanceSort> query, boolean deserialize) {
    return runtime.variableInstances(query).stream()
        .map(
            variable ->
                VariableInstanceDto.of(
                    variable, DeserializedValue.of(variable.value(), deserialize)))
        .toList();
  }
}
