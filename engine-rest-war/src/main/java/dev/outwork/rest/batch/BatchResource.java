package dev.outwork.rest.batch;

import static dev.outwork.rest.format.Failures.missingIs404;

import dev.outwork.api.Page;
import dev.outwork.api.batch.BatchService;
import dev.outwork.rest.format.CountDto;
import dev.outwork.rest.format.Failures;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** One batch (docs/rest-api.md, "Batches"). */
@Produces(MediaType.APPLICATION_JSON)
public class BatchResource {
  private static final int BAD_REQUEST = 400;

  private final String id;
  private final BatchService batches;

  record SuspendedDto(boolean suspended) {}

  BatchResource(String id, BatchService batches) {
    this.id = id;
    this.batches = batches;
  }

  @GET
  public BatchDto get() {
    return batches
        .batch(id)
        .map(BatchDto::of)
        .orElseThrow(() -> Failures.missing("Batch with id '%s' does not exist", id));
  }

  @DELETE
  public void delete(@QueryParam("cascade") boolean cascade) {
    Failures.refusedIs(
        BAD_REQUEST,
        "Unable to delete batch with id '%s': ".formatted(id),
        () -> batches.deleteBatch(id, cascade));
  }

  @PUT
  @Path("suspended")
  public void setSuspended(SuspendedDto sent) {
    Failures.refusedIs(
        BAD_REQUEST,
        "Unable to %s batch with id '%s': "
            .formatted(sent.suspended() ? "suspend" : "activate", id),
        () -> {
          if (sent.suspended()) {
            batches.suspendBatchById(id);
          } else {
            batches.activateBatchById(id);
          }
        });
  }

  /** Not in Camunda 7, where failed elements are jobs without retries. */
  @GET
  @Path("failures")
  public List<BatchFailureDto> failures(
      @QueryParam("firstResult") Integer firstResult,
      @QueryParam("maxResults") Integer maxResults) {
    Page page = Page.of(firstResult, maxResults);
    return missingIs404(() -> batches.batchFailures(id, page)).stream()
        .map(BatchFailureDto::of)
        .toList();
  }

  @GET
  @Path("failures/count")
  public CountDto countFailures() {
    return new CountDto(missingIs404(() -> batches.countBatchFailures(id)));
  }

  /** Not in Camunda 7, where the jobs of failed elements are given retries. */
  @POST
  @Path("retry")
  public void retry() {
    missingIs404(() -> batches.retryBatchFailures(id));
  }
}
