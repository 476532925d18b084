package dev.outwork.rest.history;

import dev.outwork.api.history.UserOperationFilter;
import dev.outwork.api.history.UserOperationService;
import dev.outwork.api.history.UserOperationSort;
import dev.outwork.rest.format.CountDto;
import dev.outwork.rest.incident.AnnotationDto;
import dev.outwork.rest.query.ListQueryReader;
import dev.outwork.rest.query.ListVocabulary;
import dev.outwork.rest.query.QueriedBy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;

/** The operation log (docs/rest-api.md, "Operation log"). */
@QueriedBy(filters = UserOperationFilter.class, sorting = UserOperationSort.class)
@Path("history/user-operation")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UserOperationsResource {
  private static final ListQueryReader<UserOperationFilter, UserOperationSort> READER =
      new ListQueryReader<>(
          new ListVocabulary<>(UserOperationFilter.class, UserOperationSort.class, Set.of()));

  @Inject private UserOperationService operations;

  @GET
  public List<UserOperationDto> list(@Context UriInfo uri) {
    return operations.userOperations(READER.read(uri.getQueryParameters())).stream()
        .map(UserOperationDto::of)
        .toList();
  }

  @GET
  @Path("count")
  public CountDto count(@Context UriInfo uri) {
    return new CountDto(operations.countUserOperations(READER.read(uri.getQueryParameters())));
  }

  @PUT
  @Path("{operationId}/set-annotation")
  @Consumes(MediaType.APPLICATION_JSON)
  public void setAnnotation(@PathParam("operationId") String operationId, AnnotationDto body) {
    operations.setAnnotation(operationId, body.annotation());
  }

  @PUT
  @Path("{operationId}/clear-annotation")
  public void clearAnnotation(@PathParam("operationId") String operationId) {
    operations.clearAnnotation(operationId);
  }
}
