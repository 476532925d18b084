package dev.outwork.rest.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.api.ListQuery;
import dev.outwork.api.batch.Batch;
import dev.outwork.api.job.JobFilter;
import dev.outwork.api.job.JobSort;
import dev.outwork.api.job.ManagementService;
import dev.outwork.rest.batch.BatchDto;
import dev.outwork.rest.format.CountDto;
import dev.outwork.rest.format.Failures;
import dev.outwork.rest.format.RestException;
import dev.outwork.rest.query.QueriedBy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Timers and asynchronous continuations (docs/rest-api.md, "Jobs"). */
@QueriedBy(
    filters = JobFilter.class,
    sorting = JobSort.class,
    dateConditions = {JobLists.DUE_DATES, JobLists.CREATE_TIMES})
@Path("job")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class JobsResource {
  private static final int BAD_REQUEST = 400;

  // One more than a batch may have, which is then refused.
  private static final int MOST = Batch.MOST_ELEMENTS + 1;

  @Inject private ManagementService management;

  @GET
  public List<JobDto> list(@Context UriInfo uri) {
    return list(JobLists.read(uri.getQueryParameters()));
  }

  @POST
  public List<JobDto> list(ObjectNode query, @Context UriInfo uri) {
    return list(JobLists.read(query, uri.getQueryParameters()));
  }

  @GET
  @Path("count")
  public CountDto count(@Context UriInfo uri) {
    return new CountDto(management.countJobs(JobLists.read(uri.getQueryParameters())));
  }

  @POST
  @Path("count")
  public CountDto count(ObjectNode query) {
    return new CountDto(management.countJobs(JobLists.read(query)));
  }

  /** Sets retries in the background, each job in a transaction of its own. */
  @POST
  @Path("retries")
  public BatchDto setRetries(SetJobRetriesDto sent) {
    if (sent.retries() == null) {
      throw RestException.invalidRequest("retries is null");
    }
    int retries = sent.retries();
    Set<String> ids = idsOf(sent);
    return Failures.refusedIs(
        BAD_REQUEST,
        "",
        () ->
            BatchDto.of(
                sent.dueDate() == null
                    ? management.setJobRetriesAsync(ids, retries)
                    : management.setJobRetriesAsync(ids, retries, sent.dueDate())));
  }

  private Set<String> idsOf(SetJobRetriesDto sent) {
    Set<String> ids = new LinkedHashSet<>();
    if (sent.jobIds() != null) {
      ids.addAll(sent.jobIds());
    }
    if (sent.jobQuery() != null) {
      // Consoles name the job definition of a batch here. Without one they mean no job, not all.
      if (sent.jobQuery().path(JobFilter.JOB_DEFINITION_ID.parameter()).isNull()) {
        throw RestException.invalidRequest(
            "Cannot set the retries of jobs: the jobDefinitionId of jobQuery is null, which would match all jobs");
      }
      ids.addAll(management.jobIds(JobLists.read(sent.jobQuery()).page(0, MOST)));
    }
    return ids;
  }

  @Path("{id}")
  public JobResource job(@PathParam("id") String id) {
    return new JobResource(id, management);
  }

  private List<JobDto> list(ListQuery<JobFilter, JobSort> query) {
    return management.jobs(query).stream().map(JobDto::of).toList();
  }
}
