package dev.outwork.rest.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.api.history.HistoryService;
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

/** Deletes ended process instances in the background (docs/rest-api.md, "Removal of history"). */
@Path("history/process-instance/delete")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class HistoricInstanceDeletionResource {
  @Inject private HistoryService history;
  @Inject private InstanceSelection selection;

  /**
   * The instances to delete.
   *
   * @param failIfNotExists defaults to true
   */
  public record DeletionDto(
      List<String> historicProcessInstanceIds,
      ObjectNode historicProcessInstanceQuery,
      Boolean failIfNotExists) {}

  @POST
  public BatchDto delete(DeletionDto sent) {
    Set<String> ids =
        selection.ids(
            "historicProcessInstanceIds",
            sent.historicProcessInstanceIds(),
            null,
            sent.historicProcessInstanceQuery());
    if (ids.isEmpty()) {
      throw RestException.invalidRequest("historicProcessInstanceIds is empty");
    }
    return BatchDto.of(
        history.deleteHistoricProcessInstancesAsync(
            ids, !Boolean.FALSE.equals(sent.failIfNotExists())));
  }
}
