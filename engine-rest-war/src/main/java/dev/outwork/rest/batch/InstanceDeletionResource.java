package dev.outwork.rest.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.api.instance.RuntimeService;
import dev.outwork.rest.format.RestException;
import dev.outwork.rest.instance.InstanceSelection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;

/** Deletes running process instances in the background (docs/rest-api.md, "Deleting instances"). */
@Path("process-instance/delete")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class InstanceDeletionResource {
  @Inject private RuntimeService runtime;
  @Inject private InstanceSelection selection;

  /** The instances to delete, and the reason. */
  public record DeletionDto(
      List<String> processInstanceIds,
      ObjectNode processInstanceQuery,
      ObjectNode historicProcessInstanceQuery,
      String deleteReason) {}

  @POST
  public BatchDto delete(DeletionDto sent) {
    Set<String> ids =
        selection.ids(
            "processInstanceIds",
            sent.processInstanceIds(),
            sent.processInstanceQuery(),
            sent.historicProcessInstanceQuery());
    if (ids.isEmpty()) {
      throw RestException.invalidRequest("processInstanceIds is empty");
    }
    return BatchDto.of(runtime.deleteProcessInstancesAsync(ids, sent.deleteReason()));
  }
}
