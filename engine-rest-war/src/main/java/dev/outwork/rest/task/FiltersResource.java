package dev.outwork.rest.task;

import static dev.outwork.rest.format.Failures.refusedIs;

import dev.outwork.api.task.FilterService;
import dev.outwork.api.task.SavedFilterFilter;
import dev.outwork.api.task.SavedFilterSort;
import dev.outwork.api.task.TaskService;
import dev.outwork.rest.format.CountDto;
import dev.outwork.rest.format.RestException;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;

/** Saved filters of tasks (docs/rest-api.md, "Saved filters"). */
@QueriedBy(filters = SavedFilterFilter.class, sorting = SavedFilterSort.class)
@Path("filter")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class FiltersResource {
  private static final ListQueryReader<SavedFilterFilter, SavedFilterSort> READER =
      new ListQueryReader<>(
          new ListVocabulary<>(SavedFilterFilter.class, SavedFilterSort.class, Set.of()));

  private static final int BAD_REQUEST = 400;

  @Inject private FilterService filters;
  @Inject private TaskService tasks;

  /** With the number of tasks that each finds, if requested. */
  @GET
  public List<SavedFilterDto> list(
      @QueryParam("itemCount") boolean itemCount, @Context UriInfo uri) {
    return filters.filters(READER.read(uri.getQueryParameters())).stream()
        .map(SavedFilterDto::of)
        .map(filter -> itemCount ? found(filter) : filter)
        .toList();
  }

  private SavedFilterDto found(SavedFilterDto filter) {
    return filter.with(filter(filter.id()).count(filter));
  }

  @GET
  @Path("count")
  public CountDto count(@Context UriInfo uri) {
    return new CountDto(filters.countFilters(READER.read(uri.getQueryParameters())));
  }

  @POST
  @Path("create")
  public SavedFilterDto create(SavedFilterDto sent) {
    if (!SavedFilterDto.TASK.equals(sent.resourceType())) {
      throw RestException.invalidRequest(
          "Unable to create filter with invalid resource type '%s'".formatted(sent.resourceType()));
    }
    return refusedIs(
        BAD_REQUEST,
        "Unable to create filter with invalid content: ",
        () -> SavedFilterDto.of(filters.createFilter(sent.details())));
  }

  @Path("{id}")
  public FilterResource filter(@PathParam("id") String id) {
    return new FilterResource(id, filters, tasks);
  }
}
