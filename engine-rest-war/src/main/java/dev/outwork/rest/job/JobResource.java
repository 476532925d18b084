package dev.outwork.rest.job;

import static dev.outwork.rest.format.Failures.failedIs;
import static dev.outwork.rest.format.Failures.missingIs404;

import dev.outwork.api.job.ManagementService;
import dev.outwork.rest.format.Failures;
import dev.outwork.rest.format.PlainText;
import dev.outwork.rest.format.RestException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

/** One job (docs/rest-api.md, "Jobs"). */
@Produces(MediaType.APPLICATION_JSON)
public class JobResource {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int SERVER_ERROR = 500;

  private final String id;
  private final ManagementService management;

  record RetriesDto(Integer retries, Instant dueDate) {}

  record DuedateDto(Instant duedate, boolean cascade) {}

  record SuspendedDto(boolean suspended) {}

  record PriorityDto(Long priority) {}

  JobResource(String id, ManagementService management) {
    this.id = id;
    this.management = management;
  }

  @GET
  public JobDto get() {
    return management
        .job(id)
        .map(JobDto::of)
        .orElseThrow(() -> Failures.missing("Job with id %s does not exist", id));
  }

  @DELETE
  public void delete() {
    missingIs404(() -> management.deleteJob(id));
  }

  /** The body is ignored. */
  @POST
  @Path("execute")
  public void execute() {
    failedIs(NOT_FOUND, () -> management.executeJob(id));
  }

  @PUT
  @Path("retries")
  public void setRetries(RetriesDto sent) {
    if (sent.retries() == null) {
      throw RestException.invalidRequest("The number of retries cannot be null.");
    }
    failedIs(
        SERVER_ERROR,
        () -> {
          if (sent.dueDate() == null) {
            management.setJobRetries(id, sent.retries());
          } else {
            management.setJobRetries(id, sent.retries(), sent.dueDate());
          }
        });
  }

  /** A missing date stands for now. */
  @PUT
  @Path("duedate")
  public void setDuedate(DuedateDto sent) {
    failedIs(SERVER_ERROR, () -> management.setJobDuedate(id, sent.duedate(), sent.cascade()));
  }

  @PUT
  @Path("suspended")
  public void setSuspended(SuspendedDto sent) {
    missingIs404(() -> management.setJobSuspended(id, sent.suspended()));
  }

  @PUT
  @Path("priority")
  public void setPriority(PriorityDto sent) {
    if (sent.priority() == null) {
      throw RestException.rest(BAD_REQUEST, "Priority for job '%s' cannot be null.".formatted(id));
    }
    missingIs404(() -> management.setJobPriority(id, sent.priority()));
  }

  /** Plain text, or status 204 if it has not failed. */
  @GET
  @Path("stacktrace")
  @Produces({MediaType.TEXT_PLAIN, MediaType.WILDCARD})
  public Response stacktrace() {
    return PlainText.of(missingIs404(() -> management.jobExceptionStacktrace(id)));
  }
}
