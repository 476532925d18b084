package dev.outwork.rest.task;

import static dev.outwork.rest.format.Failures.missingIs404;
import static dev.outwork.rest.format.Failures.refusedIs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.api.ListQuery;
import dev.outwork.api.Page;
import dev.outwork.api.task.FilterService;
import dev.outwork.api.task.Task;
import dev.outwork.api.task.TaskFilter;
import dev.outwork.api.task.TaskService;
import dev.outwork.api.task.TaskSort;
import dev.outwork.rest.format.CountDto;
import dev.outwork.rest.format.Failures;
import dev.outwork.rest.format.Json;
import dev.outwork.rest.format.RestException;
import dev.outwork.rest.openapi.Answers;
import dev.outwork.rest.query.QueriedBy;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** One saved filter, and the tasks that it finds (docs/rest-api.md, "Saved filters"). */
@QueriedBy(filters = TaskFilter.class, sorting = TaskSort.class, orQueries = true)
@Produces(MediaType.APPLICATION_JSON)
public class FilterResource {
  private static final int BAD_REQUEST = 400;
  private static final int TWO = 2;

  private final String id;
  private final FilterService filters;
  private final TaskService tasks;

  FilterResource(String id, FilterService filters, TaskService tasks) {
    this.id = id;
    this.filters = filters;
    this.tasks = tasks;
  }

  @GET
  public SavedFilterDto get(@QueryParam("itemCount") boolean itemCount) {
    SavedFilterDto filter = existing();
    return itemCount ? filter.with(count(filter)) : filter;
  }

  @PUT
  public void update(SavedFilterDto sent) {
    if (sent.resourceType() != null && !sent.resourceType().equals(SavedFilterDto.TASK)) {
      throw RestException.invalidRequest(
          "Unable to update filter from resource type 'Task' to '%s'"
              .formatted(sent.resourceType()));
    }
    refusedIs(
        BAD_REQUEST,
        "Unable to update filter with invalid content: ",
        () -> missingIs404(() -> filters.saveFilter(id, sent.details())));
  }

  @DELETE
  public void delete() {
    missingIs404(() -> filters.deleteFilter(id));
  }

  /** The task that it finds, if there is one. */
  @GET
  @Path("singleResult")
  @Answers(TaskDto.class)
  public Response single() {
    return singleResult(nothing());
  }

  @POST
  @Path("singleResult")
  @Answers(TaskDto.class)
  public Response singleResult(ObjectNode extension) {
    List<Task> found = tasks.tasks(query(extension, new Page(0, TWO)));
    if (found.size() > 1) {
      throw RestException.invalidRequest(
          "Filter does not return a valid single result: it finds more than one task");
    }
    return found.isEmpty()
        ? Response.noContent().build()
        : Response.ok(TaskDto.of(found.get(0))).build();
  }

  @GET
  @Path("list")
  public List<TaskDto> all(
      @QueryParam("firstResult") Integer firstResult,
      @QueryParam("maxResults") Integer maxResults) {
    return found(query(nothing(), Page.of(firstResult, maxResults)));
  }

  @POST
  @Path("list")
  public List<TaskDto> list(ObjectNode extension, @Context UriInfo uri) {
    Page page = TaskLists.READER.read(uri.getQueryParameters()).page();
    return found(query(extension, page));
  }

  @GET
  @Path("count")
  public CountDto countAll() {
    return count(nothing());
  }

  @POST
  @Path("count")
  public CountDto count(ObjectNode extension) {
    return new CountDto(tasks.countTasks(query(extension, Page.ALL)));
  }

  /** How many tasks a filter finds that was read before. */
  long count(SavedFilterDto filter) {
    return tasks.countTasks(query(FilterQuery.of(filter.query()), Page.ALL));
  }

  private List<TaskDto> found(ListQuery<TaskFilter, TaskSort> query) {
    return tasks.tasks(query).stream().map(TaskDto::of).toList();
  }

  private ListQuery<TaskFilter, TaskSort> query(ObjectNode extension, Page page) {
    return query(FilterQuery.of(existing().query()).extendedBy(extension), page);
  }

  private ListQuery<TaskFilter, TaskSort> query(FilterQuery query, Page page) {
    ObjectNode now =
        Failures.failedIs(
            BAD_REQUEST, "Filter cannot be executed: ", () -> query.evaluated(this::evaluate));
    return TaskLists.READER.read(now).page(page.firstResult(), page.maxResults());
  }

  private Object evaluate(String expression) {
    Object value = filters.evaluate(expression);
    if (value == null) {
      // It would restrict nothing.
      throw RestException.invalidRequest(
          "Filter cannot be executed: expression %s has no value".formatted(expression));
    }
    return value;
  }

  private SavedFilterDto existing() {
    return filters
        .filter(id)
        .map(SavedFilterDto::of)
        .orElseThrow(() -> Failures.missing("Filter with id '%s' does not exist.", id));
  }

  private static ObjectNode nothing() {
    return Json.MAPPER.createObjectNode();
  }
}
