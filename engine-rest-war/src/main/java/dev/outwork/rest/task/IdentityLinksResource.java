package dev.outwork.rest.task;

import dev.outwork.api.task.TaskService;
import dev.outwork.rest.task.Requests.IdentityLinkDto;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The identity links of one task. */
@Produces(MediaType.APPLICATION_JSON)
public class IdentityLinksResource {
  private final String taskId;
  private final TaskService tasks;

  IdentityLinksResource(String taskId, TaskService tasks) {
    this.taskId = taskId;
    this.tasks = tasks;
  }

  @GET
  public List<IdentityLinkDto> list(@QueryParam("type") String type) {
    return tasks.identityLinks(taskId).stream()
        .filter(link -> type == null || link.type().equals(type))
        .map(IdentityLinkDto::of)
        .toList();
  }

  @POST
  public void add(IdentityLinkDto sent) {
    tasks.addIdentityLink(taskId, sent.toIdentityLink());
  }

  /** A POST, because it needs a body. */
  @POST
  @Path("delete")
  public void delete(IdentityLinkDto sent) {
    tasks.deleteIdentityLink(taskId, sent.toIdentityLink());
  }
}
