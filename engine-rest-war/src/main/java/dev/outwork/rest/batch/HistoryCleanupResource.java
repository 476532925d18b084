package dev.outwork.rest.batch;

import dev.outwork.api.batch.Batch;
import dev.outwork.api.history.HistoryService;
import dev.outwork.rest.job.JobDto;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;

/** Deletes history whose time to live has expired (docs/rest-api.md, "Removal of history"). */
@Path("history/cleanup")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class HistoryCleanupResource {
  @Inject private HistoryService history;

  /**
   * Returns a job, as clients expect, with the id of the batch; without an id if there is nothing
   * to delete.
   */
  @POST
  public JobDto cleanUp() {
    Optional<Batch> batch = history.cleanUpHistoryAsync();
    String id = batch.map(Batch::id).orElse(null);
    Instant begun = batch.map(Batch::startTime).orElse(null);
    return new JobDto(
        id, null, null, null, null, null, null, null, 1, begun, false, 0, null, begun, id);
  }
}
