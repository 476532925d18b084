package dev.outwork.rest.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.api.ListQuery;
import dev.outwork.api.history.ExternalTaskLogFilter;
import dev.outwork.api.history.ExternalTaskLogSort;
import dev.outwork.api.history.HistoryService;
import dev.outwork.rest.format.CountDto;
import dev.outwork.rest.format.Failures;
import dev.outwork.rest.format.PlainText;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;

/** The external task log. */
@QueriedBy(filters = ExternalTaskLogFilter.class, sorting = ExternalTaskLogSort.class)
@Path("history/external-task-log")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ExternalTaskLogsResource {
  private static final ListQueryReader<ExternalTaskLogFilter, ExternalTaskLogSort> READER =
      new ListQueryReader<>(
          new ListVocabulary<>(ExternalTaskLogFilter.class, ExternalTaskLogSort.class, Set.of()));

  @Inject private HistoryService history;

  @GET
  public List<ExternalTaskLogDto> list(@Context UriInfo uri) {
    return list(READER.read(uri.getQueryParameters()));
  }

  @POST
  public List<ExternalTaskLogDto> list(ObjectNode query, @Context UriInfo uri) {
    return list(READER.read(query, uri.getQueryParameters()));
  }

  @GET
  @Path("count")
  public CountDto count(@Context UriInfo uri) {
    return new CountDto(history.countExternalTaskLogs(READER.read(uri.getQueryParameters())));
  }

  @POST
  @Path("count")
  public CountDto count(ObjectNode query) {
    return new CountDto(history.countExternalTaskLogs(READER.read(query)));
  }

  @GET
  @Path("{id}")
  public ExternalTaskLogDto get(@PathParam("id") String id) {
    return history
        .externalTaskLog(id)
        .map(ExternalTaskLogDto::of)
        .orElseThrow(
            () -> Failures.missing("Historic external task log with id %s does not exist", id));
  }

  /** Plain text, or status 204 if there are none. */
  @GET
  @Path("{id}/error-details")
  @Produces({MediaType.TEXT_PLAIN, MediaType.WILDCARD})
  public Response errorDetails(@PathParam("id") String id) {
    return PlainText.of(Failures.missingIs404(() -> history.errorDetails(id)));
  }

  private List<ExternalTaskLogDto> list(
      ListQuery<ExternalTaskLogFilter, ExternalTaskLogSort> query) {
    return history.externalTaskLogs(query).stream().map(ExternalTaskLogDto::of).toList();
  }
}
