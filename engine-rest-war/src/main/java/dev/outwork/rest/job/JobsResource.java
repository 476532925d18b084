package dev.outwork.rest.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.api.ListQuery;
import dev.outwork.api.job.JobFilter;
import dev.outwork.api.job.JobSort;
import dev.outwork.api.job.ManagementService;
import dev.outwork.rest.format.CountDto;
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
import java.util.List;

/** Timers and asynchronous continuations (docs/rest-api.md, "Jobs"). */
@QueriedBy(
    filters = JobFilter.class,
    sorting = JobSort.class,
    dateConditions = {JobLists.DUE_DATES, JobLists.CREATE_TIMES})
@Path("job")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class JobsResource {
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

  @Path("{id}")
  public JobResource job(@PathParam("id") String id) {
    return new JobResource(id, management);
  }

  private List<JobDto> list(ListQuery<JobFilter, JobSort> query) {
    return management.jobs(query).stream().map(JobDto::of).toList();
  }
}
