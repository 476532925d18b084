package dev.outwork.rest.externaltask;

import static dev.outwork.rest.format.Failures.missingTaskIs404;
import static dev.outwork.rest.format.Failures.refusedIsRestException;

import dev.outwork.api.NullValueException;
import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.Failure;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.rest.externaltask.ExternalTaskRequests.BpmnErrorDto;
import dev.outwork.rest.externaltask.ExternalTaskRequests.CompleteDto;
import dev.outwork.rest.externaltask.ExternalTaskRequests.ExtendLockDto;
import dev.outwork.rest.externaltask.ExternalTaskRequests.FailureDto;
import dev.outwork.rest.externaltask.ExternalTaskRequests.LockDto;
import dev.outwork.rest.externaltask.ExternalTaskRequests.PriorityDto;
import dev.outwork.rest.externaltask.ExternalTaskRequests.RetriesDto;
import dev.outwork.rest.format.PlainText;
import dev.outwork.rest.format.RestException;
import dev.outwork.rest.variable.VariableReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;

/** One external task (docs/rest-api.md, "External tasks"). */
@Produces(MediaType.APPLICATION_JSON)
public class ExternalTaskResource {
  private final String id;
  private final ExternalTaskService tasks;

  ExternalTaskResource(String id, ExternalTaskService tasks) {
    this.id = id;
    this.tasks = tasks;
  }

  @GET
  public ExternalTaskDto get() {
    return tasks
        .externalTask(id)
        .map(ExternalTaskDto::new)
        .orElseThrow(
            () -> RestException.rest(404, "External task with id " + id + " does not exist"));
  }

  /** Plain text, or status 204 if there are none. */
  @GET
  @Path("errorDetails")
  @Produces({MediaType.TEXT_PLAIN, MediaType.WILDCARD})
  public Response errorDetails() {
    return PlainText.of(missingTaskIs404(() -> tasks.errorDetails(id)));
  }

  @POST
  @Path("complete")
  public void complete(CompleteDto report) {
    Map<String, TypedValue> variables = VariableReader.readAll(report.variables());
    Map<String, TypedValue> localVariables = VariableReader.readAll(report.localVariables());
    refusedIsRestException(() -> tasks.complete(id, report.workerId(), variables, localVariables));
  }

  @POST
  @Path("failure")
  public void failure(FailureDto report) {
    Failure failure = report.toFailure();
    refusedIsRestException(() -> tasks.handleFailure(id, report.workerId(), failure));
  }

  @POST
  @Path("bpmnError")
  public void bpmnError(BpmnErrorDto report) {
    Map<String, TypedValue> variables = VariableReader.readAll(report.variables());
    refusedIsRestException(
        () ->
            tasks.handleBpmnError(
                id, report.workerId(), report.errorCode(), report.messageOrNull(), variables));
  }

  @POST
  @Path("lock")
  public void lock(LockDto request) {
    Duration lockDuration = Duration.ofMillis(request.lockDuration());
    refusedIsRestException(() -> tasks.lock(id, request.workerId(), lockDuration));
  }

  @POST
  @Path("extendLock")
  public void extendLock(ExtendLockDto request) {
    Duration newDuration = Duration.ofMillis(request.newDuration());
    refusedIsRestException(() -> tasks.extendLock(id, request.workerId(), newDuration));
  }

  /** The body is ignored. */
  @POST
  @Path("unlock")
  public void unlock() {
    missingTaskIs404(() -> tasks.unlock(id));
  }

  @PUT
  @Path("retries")
  public void setRetries(RetriesDto request) {
    int retries = givenRetries(request.retries());
    missingTaskIs404(() -> tasks.setRetries(id, retries));
  }

  @PUT
  @Path("priority")
  public void setPriority(PriorityDto request) {
    long priority = NullValueException.ensureNotNull("priority", request.priority());
    missingTaskIs404(() -> tasks.setPriority(id, priority));
  }

  static int givenRetries(Integer retries) {
    if (retries == null) {
      throw RestException.invalidRequest("The number of retries cannot be null.");
    }
    return retries;
  }
}
