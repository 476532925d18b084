package dev.outwork.rest.instance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.api.ListQuery;
import dev.outwork.api.instance.ModificationInstruction;
import dev.outwork.api.instance.ProcessInstanceFilter;
import dev.outwork.api.instance.ProcessInstanceSort;
import dev.outwork.api.instance.RuntimeService;
import dev.outwork.rest.format.CountDto;
import dev.outwork.rest.format.Failures;
import dev.outwork.rest.format.RestException;
import dev.outwork.rest.query.QueriedBy;
import dev.outwork.rest.variable.VariablesResource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Running process instances (docs/rest-api.md, "Process instances"). */
@QueriedBy(
    filters = ProcessInstanceFilter.class,
    sorting = ProcessInstanceSort.class,
    orQueries = true)
@Path("process-instance")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ProcessInstancesResource {
  @Inject private RuntimeService runtime;
  @Inject private SuspensionSelection selection;

  /** Whether to suspend or to activate. */
  public record SuspensionDto(boolean suspended) {}

  @GET
  public List<ProcessInstanceDto> list(@Context UriInfo uri) {
    return list(ProcessInstanceLists.READER.read(uri.getQueryParameters()));
  }

  @POST
  public List<ProcessInstanceDto> list(ObjectNode query, @Context UriInfo uri) {
    return list(ProcessInstanceLists.READER.read(query, uri.getQueryParameters()));
  }

  @GET
  @Path("count")
  public CountDto count(@Context UriInfo uri) {
    return new CountDto(
        runtime.countProcessInstances(ProcessInstanceLists.READER.read(uri.getQueryParameters())));
  }

  @POST
  @Path("count")
  public CountDto count(ObjectNode query) {
    return new CountDto(runtime.countProcessInstances(ProcessInstanceLists.READER.read(query)));
  }

  @GET
  @Path("{id}")
  public ProcessInstanceDto get(@PathParam("id") String id) {
    return runtime
        .processInstance(id)
        .map(ProcessInstanceDto::of)
        .orElseThrow(() -> Failures.missing("Process instance with id %s does not exist", id));
  }

  /** Deletion executes nothing that could be skipped; called instances are deleted as well. */
  @DELETE
  @Path("{id}")
  public void delete(
      @PathParam("id") String id,
      @QueryParam("failIfNotExists") @DefaultValue("true") boolean failIfNotExists) {
    try {
      Failures.missingIs404(() -> runtime.deleteProcessInstance(id, null));
    } catch (RestException e) {
      if (failIfNotExists) {
        throw e;
      }
    }
  }

  /**
   * All in one transaction; instances that are in that state already, or have ended, are ignored.
   */
  @PUT
  @Path("suspended")
  public void suspend(InstancesSuspensionDto sent) {
    runtime.setProcessInstancesSuspended(selection.ids(sent), sent.suspended());
  }

  @PUT
  @Path("{id}/suspended")
  public void suspend(@PathParam("id") String id, SuspensionDto sent) {
    Failures.missingIs404(() -> runtime.setProcessInstanceSuspended(id, sent.suspended()));
  }

  @POST
  @Path("{id}/modification")
  public void modify(@PathParam("id") String id, ModificationDto sent) {
    List<ModificationInstruction> instructions = InstructionDto.readAll(sent.instructions());
    runtime.modifyProcessInstance(id, instructions, sent.skipIoMappings());
  }

  @GET
  @Path("{id}/activity-instances")
  public ActivityInstanceDto activityInstances(@PathParam("id") String id) {
    return runtime
        .processInstance(id)
        .map(instance -> ActivityInstanceDto.of(runtime.activityInstances(instance.id())))
        .orElseThrow(() -> Failures.missing("Process instance with id %s does not exist", id));
  }

  /** The id may be that of any execution. */
  @Path("{id}/variables")
  public VariablesResource variables(@PathParam("id") String id) {
    return new VariablesResource(new ExecutionVariables(id, runtime));
  }

  private List<ProcessInstanceDto> list(
      ListQuery<ProcessInstanceFilter, ProcessInstanceSort> query) {
    return runtime.processInstances(query).stream().map(ProcessInstanceDto::of).toList();
  }
}
