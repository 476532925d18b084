package dev.outwork.rest.externaltask;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.api.ListQuery;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.ExternalTaskFilter;
import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.ExternalTaskSort;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.FetchAndLock.Sender;
import dev.outwork.api.externaltask.TopicNames;
import dev.outwork.api.externaltask.WaitingRoom;
import dev.outwork.rest.batch.BatchDto;
import dev.outwork.rest.externaltask.ReportsAndFetch.CompleteManyDto;
import dev.outwork.rest.externaltask.ReportsAndFetch.FailManyDto;
import dev.outwork.rest.format.CountDto;
import dev.outwork.rest.format.Failures;
import dev.outwork.rest.format.RestException;
import dev.outwork.rest.openapi.Answers;
import dev.outwork.rest.query.QueriedBy;
import dev.outwork.rest.settings.BehindProxy;
import dev.outwork.rest.settings.RestSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * External tasks: lists and bulk operations (docs/rest-api.md, "External tasks" and "Bulk
 * reports").
 */
@QueriedBy(filters = ExternalTaskFilter.class, sorting = ExternalTaskSort.class)
@Path("external-task")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ExternalTasksResource {
  private static final int BAD_REQUEST = 400;

  @Inject private ExternalTaskService tasks;
  @Inject private WaitingRoom waitingRoom;
  @Inject private TaskSelection selection;

  private final BehindProxy behindProxy = RestSettings.behindProxy();

  @GET
  public List<ExternalTaskDto> list(@Context UriInfo uri) {
    return list(ExternalTaskLists.READER.read(uri.getQueryParameters()));
  }

  @POST
  public List<ExternalTaskDto> list(ObjectNode query, @Context UriInfo uri) {
    return list(ExternalTaskLists.READER.read(query, uri.getQueryParameters()));
  }

  @GET
  @Path("count")
  public CountDto count(@Context UriInfo uri) {
    return new CountDto(
        tasks.countExternalTasks(ExternalTaskLists.READER.read(uri.getQueryParameters())));
  }

  @POST
  @Path("count")
  public CountDto count(ObjectNode query) {
    return new CountDto(tasks.countExternalTasks(ExternalTaskLists.READER.read(query)));
  }

  /** Answers at once, or when there are tasks if the worker requested long polling. */
  @POST
  @Path("fetchAndLock")
  @Answers(value = LockedExternalTaskDto.class, as = Answers.Shape.LIST)
  public void fetchAndLock(
      FetchAndLockDto sent, @Suspended AsyncResponse response, @Context HttpServletRequest http) {
    Optional<Duration> timeout = sent.timeout();
    FetchAndLock request = sent.toFetchAndLock().from(sender(http));
    WaitingFetch fetch = new WaitingFetch(tasks, response, sent.deserializedTopics());
    timeout.ifPresentOrElse(
        wait -> fetch.answerLater(waitingRoom, request, wait, Line.of(http, behindProxy)),
        () -> fetch.answer(waitingRoom.fetchAndLock(request)));
  }

  /** Completes many tasks, then fetches the next ones if the worker requested it. */
  @POST
  @Path("complete")
  @Answers(BulkResultDto.class)
  public void completeMany(
      CompleteManyDto sent, @Suspended AsyncResponse response, @Context HttpServletRequest http) {
    new ReportsAndFetch(tasks, waitingRoom, response, sent.fetchAndLock(), sender(http))
        .complete(sent);
  }

  /** Reports many failures, then fetches the next ones if the worker requested it. */
  @POST
  @Path("failure")
  @Answers(BulkResultDto.class)
  public void failMany(
      FailManyDto sent, @Suspended AsyncResponse response, @Context HttpServletRequest http) {
    new ReportsAndFetch(tasks, waitingRoom, response, sent.fetchAndLock(), sender(http)).fail(sent);
  }

  private static Sender sender(HttpServletRequest http) {
    return new Sender(http.getRemoteAddr(), http.getHeader(HttpHeaders.USER_AGENT));
  }

  @GET
  @Path("topic-names")
  public List<String> topicNames(
      @QueryParam("withLockedTasks") boolean withLockedTasks,
      @QueryParam("withUnlockedTasks") boolean withUnlockedTasks,
      @QueryParam("withRetriesLeft") boolean withRetriesLeft) {
    return tasks.topicNames(new TopicNames(withLockedTasks, withUnlockedTasks, withRetriesLeft));
  }

  /** All or none; a refusal has no engine code. */
  @PUT
  @Path("retries")
  public void setRetries(SetRetriesDto sent) {
    int retries = ExternalTaskResource.givenRetries(sent.retries());
    Set<String> ids = selection.ids(sent);
    try {
      Failures.refusedIsRestException(() -> tasks.setRetries(ids, retries));
    } catch (RestException e) {
      throw RestException.invalidRequest(e.status(), e.getMessage());
    }
  }

  /** Sets retries in the background, each task in a transaction of its own. */
  @POST
  @Path("retries-async")
  public BatchDto setRetriesAsync(SetRetriesDto sent) {
    int retries = ExternalTaskResource.givenRetries(sent.retries());
    Set<String> ids = selection.ids(sent);
    return Failures.refusedIs(
        BAD_REQUEST, "", () -> BatchDto.of(tasks.setRetriesAsync(ids, retries)));
  }

  @Path("{id}")
  public ExternalTaskResource task(@PathParam("id") String id) {
    return new ExternalTaskResource(id, tasks);
  }

  private List<ExternalTaskDto> list(ListQuery<ExternalTaskFilter, ExternalTaskSort> query) {
    List<ExternalTask> found = tasks.externalTasks(query);
    return found.stream().map(ExternalTaskDto::new).toList();
  }
}
