package dev.outwork.rest.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.api.ListQuery;
import dev.outwork.api.history.HistoricTaskInstanceFilter;
import dev.outwork.api.history.HistoricTaskInstanceSort;
import dev.outwork.api.history.HistoryService;
import dev.outwork.rest.format.CountDto;
import dev.outwork.rest.query.ListQueryReader;
import dev.outwork.rest.query.ListVocabulary;
import dev.outwork.rest.query.QueriedBy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;

/** User tasks of running and ended instances. */
@QueriedBy(
    filters = HistoricTaskInstanceFilter.class,
    sorting = HistoricTaskInstanceSort.class,
    orQueries = true)
@Path("history/task")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class HistoricTaskInstancesResource {
  private static final ListQueryReader<HistoricTaskInstanceFilter, HistoricTaskInstanceSort>
      READER =
          new ListQueryReader<>(
              new ListVocabulary<>(
                      HistoricTaskInstanceFilter.class,
                      HistoricTaskInstanceSort.class,
                      Set.of(
                          "taskDeleteReason",
                          "taskDeleteReasonLike",
                          "taskInvolvedUser",
                          "taskInvolvedGroup",
                          "taskHadCandidateUser",
                          "taskHadCandidateGroup",
                          "withCandidateGroups",
                          "withoutCandidateGroups"))
                  .withOrQueries());

  @Inject private HistoryService history;

  @GET
  public List<HistoricTaskInstanceDto> list(@Context UriInfo uri) {
    return list(READER.read(uri.getQueryParameters()));
  }

  @POST
  public List<HistoricTaskInstanceDto> list(ObjectNode query, @Context UriInfo uri) {
    return list(READER.read(query, uri.getQueryParameters()));
  }

  @GET
  @Path("count")
  public CountDto count(@Context UriInfo uri) {
    return new CountDto(history.countTaskInstances(READER.read(uri.getQueryParameters())));
  }

  @POST
  @Path("count")
  public CountDto count(ObjectNode query) {
    return new CountDto(history.countTaskInstances(READER.read(query)));
  }

  private List<HistoricTaskInstanceDto> list(
      ListQuery<HistoricTaskInstanceFilter, HistoricTaskInstanceSort> query) {
    return history.taskInstances(query).stream().map(HistoricTaskInstanceDto::of).toList();
  }
}
