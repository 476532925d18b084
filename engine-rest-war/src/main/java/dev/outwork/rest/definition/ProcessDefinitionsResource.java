package dev.outwork.rest.definition;

import dev.outwork.api.deployment.ProcessDefinitionFilter;
import dev.outwork.api.deployment.ProcessDefinitionSort;
import dev.outwork.api.deployment.RepositoryService;
import dev.outwork.api.form.FormService;
import dev.outwork.api.instance.RuntimeService;
import dev.outwork.api.job.ManagementService;
import dev.outwork.rest.definition.StatisticsDtos.DefinitionStatisticsDto;
import dev.outwork.rest.format.CountDto;
import dev.outwork.rest.format.Failures;
import dev.outwork.rest.query.QueriedBy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/**
 * Process definitions, by id, by key, or by key and tenant (docs/rest-api.md, "Process
 * definitions").
 */
@QueriedBy(filters = ProcessDefinitionFilter.class, sorting = ProcessDefinitionSort.class)
@Path("process-definition")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ProcessDefinitionsResource {
  @Inject private RepositoryService repository;
  @Inject private RuntimeService runtime;
  @Inject private ManagementService management;
  @Inject private FormService forms;

  @GET
  public List<ProcessDefinitionDto> list(@Context UriInfo uri) {
    return repository
        .processDefinitions(ProcessDefinitionLists.READER.read(uri.getQueryParameters()))
        .stream()
        .map(ProcessDefinitionDto::of)
        .toList();
  }

  @GET
  @Path("count")
  public CountDto count(@Context UriInfo uri) {
    return new CountDto(
        repository.countProcessDefinitions(
            ProcessDefinitionLists.READER.read(uri.getQueryParameters())));
  }

  @GET
  @Path("statistics")
  public List<DefinitionStatisticsDto> statistics(
      @QueryParam("failedJobs") Boolean failedJobs,
      @QueryParam("incidents") Boolean incidents,
      @QueryParam("incidentsForType") String incidentsForType,
      @QueryParam("rootIncidents") Boolean rootIncidents) {
    return management
        .processDefinitionStatistics(
            StatisticsDtos.request(failedJobs, incidents, incidentsForType, rootIncidents))
        .stream()
        .map(DefinitionStatisticsDto::of)
        .toList();
  }

  /** Suspends or activates all definitions of a key. */
  @PUT
  @Path("suspended")
  public void setSuspended(SuspensionDto sent) {
    Failures.missingIs404(() -> sent.applyToKey(repository));
  }

  @Path("{id}")
  public DefinitionResource byId(@PathParam("id") String id) {
    return resource(new DefinitionById(id, runtime, forms));
  }

  /** The latest version without tenant. */
  @Path("key/{key}")
  public DefinitionResource byKey(@PathParam("key") String key) {
    return resource(new LatestDefinition(key, null, repository, runtime, forms));
  }

  @Path("key/{key}/tenant-id/{tenantId}")
  public DefinitionResource byKeyAndTenant(
      @PathParam("key") String key, @PathParam("tenantId") String tenantId) {
    return resource(new LatestDefinition(key, tenantId, repository, runtime, forms));
  }

  /** Deletes all versions of a key, of all tenants and without tenant. */
  @DELETE
  @Path("key/{key}/delete")
  public void deleteAll(@PathParam("key") String key, @QueryParam("cascade") boolean cascade) {
    Failures.missingIs404(() -> repository.deleteProcessDefinitions(key, cascade));
  }

  /** Deletes all versions of a key that belong to a tenant. */
  @DELETE
  @Path("key/{key}/tenant-id/{tenantId}/delete")
  public void deleteAllOfTenant(
      @PathParam("key") String key,
      @PathParam("tenantId") String tenantId,
      @QueryParam("cascade") boolean cascade) {
    Failures.missingIs404(() -> repository.deleteProcessDefinitions(key, tenantId, cascade));
  }

  private DefinitionResource resource(NamedDefinition definition) {
    return new DefinitionResource(
        definition, new DefinitionResource.Services(repository, runtime, management, forms));
  }
}
