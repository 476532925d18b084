package dev.outwork.rest.deployment;

import static dev.outwork.rest.format.Failures.missing;
import static dev.outwork.rest.format.Failures.missingIs404;

import dev.outwork.api.deployment.DeploymentFilter;
import dev.outwork.api.deployment.DeploymentResource;
import dev.outwork.api.deployment.DeploymentSort;
import dev.outwork.api.deployment.DeploymentWithDefinitions;
import dev.outwork.api.deployment.ParseException;
import dev.outwork.api.deployment.RepositoryService;
import dev.outwork.api.deployment.Resource;
import dev.outwork.rest.format.Attachment;
import dev.outwork.rest.format.CountDto;
import dev.outwork.rest.format.LinkDto;
import dev.outwork.rest.format.RestException;
import dev.outwork.rest.openapi.Form;
import dev.outwork.rest.query.QueriedBy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;

/** Deployments and their files (docs/rest-api.md, "Deployments"). */
@QueriedBy(filters = DeploymentFilter.class, sorting = DeploymentSort.class)
@Path("deployment")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class DeploymentsResource {
  @Inject private RepositoryService repository;

  @POST
  @Path("create")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Form(
      file = "data",
      texts = {
        DeploymentForm.NAME,
        DeploymentForm.SOURCE,
        DeploymentForm.TENANT_ID,
        DeploymentForm.DUPLICATE_FILTERING,
        DeploymentForm.CHANGED_ONLY,
        DeploymentForm.ACTIVATION_TIME,
        DeploymentForm.CODE_BECOMES_TOPICS
      })
  public DeploymentWithDefinitionsDto create(List<EntityPart> parts, @Context UriInfo uri)
      throws ParseException {
    return answer(repository.createDeployment(DeploymentForm.read(parts)), uri);
  }

  /** Checks the models of a form without deploying them. */
  @POST
  @Path("check")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Form(file = "data", texts = DeploymentForm.CODE_BECOMES_TOPICS)
  public DeploymentCheckDto check(List<EntityPart> parts) {
    return DeploymentCheckDto.of(repository.checkDeployment(DeploymentForm.read(parts)));
  }

  private static DeploymentWithDefinitionsDto answer(
      DeploymentWithDefinitions deployed, UriInfo uri) {
    return DeploymentWithDefinitionsDto.of(
        deployed, LinkDto.self(uri, "deployment", deployed.deployment().id()));
  }

  /** There are no process applications that could register a deployment. */
  @GET
  @Path("registered")
  public List<String> registered() {
    return List.of();
  }

  @POST
  @Path("{id}/redeploy")
  public DeploymentWithDefinitionsDto redeploy(
      @PathParam("id") String id, RedeploymentDto sent, @Context UriInfo uri) {
    RedeploymentDto what = sent == null ? RedeploymentDto.ALL : sent;
    DeploymentWithDefinitions deployed =
        missingIs404(
            () -> repository.redeploy(id, what.source(), what.resourceIds(), what.resourceNames()));
    return answer(deployed, uri);
  }

  @GET
  public List<DeploymentDto> list(@Context UriInfo uri) {
    return repository.deployments(DeploymentLists.read(uri.getQueryParameters())).stream()
        .map(DeploymentDto::of)
        .toList();
  }

  @GET
  @Path("count")
  public CountDto count(@Context UriInfo uri) {
    return new CountDto(
        repository.countDeployments(DeploymentLists.read(uri.getQueryParameters())));
  }

  @GET
  @Path("{id}")
  public DeploymentDto get(@PathParam("id") String id) {
    return repository
        .deployment(id)
        .map(DeploymentDto::of)
        .orElseThrow(() -> missing("Deployment with id '%s' does not exist", id));
  }

  /** There are no listeners and no mappings to skip: deleting an instance runs no code. */
  @DELETE
  @Path("{id}")
  public void delete(@PathParam("id") String id, @QueryParam("cascade") String cascade) {
    missingIs404(() -> repository.deleteDeployment(id, "true".equals(cascade)));
  }

  @GET
  @Path("{id}/resources")
  public List<ResourceDto> resources(@PathParam("id") String id) {
    List<DeploymentResource> resources = repository.deploymentResources(id);
    if (resources.isEmpty()) {
      throw missing("Deployment resources for deployment id '%s' do not exist.", id);
    }
    return resources.stream().map(ResourceDto::of).toList();
  }

  @GET
  @Path("{id}/resources/{resourceId}")
  public ResourceDto resource(
      @PathParam("id") String id, @PathParam("resourceId") String resourceId) {
    return repository.deploymentResources(id).stream()
        .filter(resource -> resource.id().equals(resourceId))
        .findFirst()
        .map(ResourceDto::of)
        .orElseThrow(() -> missingResource(id, resourceId));
  }

  @GET
  @Path("{id}/resources/{resourceId}/data")
  @Produces(MediaType.WILDCARD)
  public Response data(@PathParam("id") String id, @PathParam("resourceId") String resourceId) {
    Resource resource =
        repository
            .deploymentResource(id, resourceId)
            .orElseThrow(() -> missingResource(id, resourceId));
    return Attachment.of(resource.content(), mediaType(resource.name()), resource.name());
  }

  private static RestException missingResource(String id, String resourceId) {
    return missing(
        "Deployment resource with resource id '%s' for deployment id '%s' does not exist.",
        resourceId, id);
  }

  private static MediaType mediaType(String filename) {
    String extension = filename.substring(filename.lastIndexOf('.') + 1);
    return switch (extension.toLowerCase(Locale.ROOT)) {
      case "bpmn", "dmn", "cmmn", "xml" -> MediaType.APPLICATION_XML_TYPE;
      default -> MediaType.APPLICATION_OCTET_STREAM_TYPE;
    };
  }
}
