package dev.outwork.rest.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.api.ListQuery;
import dev.outwork.api.NullValueException;
import dev.outwork.api.form.FormService;
import dev.outwork.api.task.TaskCountByCandidateGroup;
import dev.outwork.api.task.TaskFilter;
import dev.outwork.api.task.TaskService;
import dev.outwork.api.task.TaskSort;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.rest.format.CountDto;
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
import java.util.Map;
import java.util.function.Function;

/** Open user tasks (docs/rest-api.md, "User tasks"). */
@QueriedBy(filters = TaskFilter.class, sorting = TaskSort.class, orQueries = true)
@Path("task")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TasksResource {
  @Inject private TaskService tasks;
  @Inject private FormService forms;

  /** With the variables visible to each task, or its local variables, if requested. */
  @GET
  public List<?> list(
      @QueryParam("withTaskVariablesInReturn") boolean withVariables,
      @QueryParam("withTaskLocalVariablesInReturn") boolean withLocalVariables,
      @Context UriInfo uri) {
    List<TaskDto> found = list(TaskLists.READER.read(uri.getQueryParameters()));
    if (withVariables) {
      return found.stream().map(task -> with(tasks::variables, task)).toList();
    }
    return withLocalVariables
        ? found.stream().map(task -> with(tasks::variablesLocal, task)).toList()
        : found;
  }

  private static TaskWithVariablesDto with(
      Function<String, Map<String, TypedValue>> variables, TaskDto task) {
    try {
      return TaskWithVariablesDto.of(task, variables.apply(task.id()));
    } catch (NullValueException e) {
      // The task was completed since the list was read.
      return TaskWithVariablesDto.of(task, Map.of());
    }
  }

  @POST
  public List<TaskDto> list(ObjectNode query, @Context UriInfo uri) {
    return list(TaskLists.READER.read(query, uri.getQueryParameters()));
  }

  @GET
  @Path("count")
  public CountDto count(@Context UriInfo uri) {
    return new CountDto(tasks.countTasks(TaskLists.READER.read(uri.getQueryParameters())));
  }

  @POST
  @Path("count")
  public CountDto count(ObjectNode query) {
    return new CountDto(tasks.countTasks(TaskLists.READER.read(query)));
  }

  @GET
  @Path("report/candidate-group-count")
  public List<TaskCountByCandidateGroup> candidateGroupCount() {
    return tasks.countTasksByCandidateGroup();
  }

  @Path("{id}")
  public TaskResource task(@PathParam("id") String id) {
    return new TaskResource(id, tasks, forms);
  }

  private List<TaskDto> list(ListQuery<TaskFilter, TaskSort> query) {
    return tasks.tasks(query).stream().map(TaskDto::of).toList();
  }
}
