package dev.outwork.rest.definition;

import dev.outwork.api.NotFoundException;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.deployment.RepositoryService;
import dev.outwork.api.form.FormService;
import dev.outwork.api.instance.RuntimeService;
import dev.outwork.api.job.ManagementService;
import dev.outwork.rest.definition.DefinitionStart.FilledFormDto;
import dev.outwork.rest.definition.StatisticsDtos.ActivityStatisticsDto;
import dev.outwork.rest.form.FormDto;
import dev.outwork.rest.form.StartForm;
import dev.outwork.rest.format.Failures;
import dev.outwork.rest.format.RestException;
import dev.outwork.rest.instance.ProcessInstanceDto;
import dev.outwork.rest.instance.StartedInstanceDto;
import dev.outwork.rest.openapi.Answers;
import dev.outwork.rest.variable.VariableValueDto;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;

/** One process definition, addressed by id or by key. */
@Produces(MediaType.APPLICATION_JSON)
public class DefinitionResource {
  private final NamedDefinition definition;
  private final Services services;

  /** The services that answer for a definition. */
  record Services(
      RepositoryService repository,
      RuntimeService runtime,
      ManagementService management,
      FormService forms) {}

  /** A BPMN document in a JSON string. */
  public record ModelDto(String id, String bpmn20Xml) {}

  DefinitionResource(NamedDefinition definition, Services services) {
    this.definition = definition;
    this.services = services;
  }

  @GET
  public ProcessDefinitionDto get() {
    return ProcessDefinitionDto.of(existing());
  }

  @GET
  @Path("xml")
  public ModelDto model() {
    String id = definition.id();
    return services
        .repository()
        .processModel(id)
        .map(model -> new ModelDto(id, model))
        .orElseThrow(() -> missing(id));
  }

  /** The topics that need workers; not in Camunda 7. */
  @GET
  @Path("topics")
  public List<ProcessDefinitionTopicDto> topics() {
    String id = definition.id();
    return Failures.missingIs404(() -> services.repository().topics(id)).stream()
        .map(ProcessDefinitionTopicDto::of)
        .toList();
  }

  /** What its call activities call, unless an expression decides it. */
  @GET
  @Path("static-called-process-definitions")
  public List<CalledProcessDefinitionDto> calledDefinitions() {
    String id = definition.id();
    return Failures.missingIs404(() -> services.repository().staticCalledProcessDefinitions(id))
        .stream()
        .map(CalledProcessDefinitionDto::of)
        .toList();
  }

  /** Status 204: no image is stored. */
  @GET
  @Path("diagram")
  public void diagram() {
    deployed();
  }

  @POST
  @Path("start")
  @Answers({ProcessInstanceDto.class, StartedInstanceDto.class})
  public Object start(StartDto sent, @Context UriInfo uri) {
    return new DefinitionStart(definition, services.runtime()).with(sent, uri);
  }

  @POST
  @Path("submit-form")
  public ProcessInstanceDto submitForm(FilledFormDto sent, @Context UriInfo uri) {
    return new DefinitionStart(definition, services.runtime()).with(sent, uri);
  }

  @GET
  @Path("startForm")
  public FormDto startForm() {
    return form().get();
  }

  /** Variables of all fields of the form, or of the named ones. */
  @GET
  @Path("form-variables")
  public Map<String, VariableValueDto> formVariables(
      @QueryParam("variableNames") String names,
      @QueryParam("deserializeValues") @DefaultValue("true") boolean deserializeValues) {
    return form().variables(names, deserializeValues);
  }

  @GET
  @Path("rendered-form")
  @Produces(MediaType.APPLICATION_XHTML_XML)
  public Response renderedForm() {
    return form().rendered();
  }

  @GET
  @Path("deployed-start-form")
  @Produces(MediaType.WILDCARD)
  public Response deployedStartForm() {
    return form().deployed();
  }

  private StartForm form() {
    return new StartForm(definition.id(), services.forms());
  }

  @PUT
  @Path("suspended")
  public void setSuspended(SuspensionDto sent) {
    String id = definition.id();
    Failures.missingIs404(() -> sent.applyTo(id, services.repository()));
  }

  @PUT
  @Path("history-time-to-live")
  public void setHistoryTimeToLive(HistoryTimeToLiveDto sent) {
    String id = definition.id();
    Failures.missingIs404(
        () ->
            services
                .repository()
                .updateProcessDefinitionHistoryTimeToLive(id, sent.historyTimeToLive()));
  }

  @GET
  @Path("statistics")
  public List<ActivityStatisticsDto> statistics(
      @QueryParam("failedJobs") Boolean failedJobs,
      @QueryParam("incidents") Boolean incidents,
      @QueryParam("incidentsForType") String incidentsForType) {
    String id = definition.id();
    return Failures.missingIs404(
            () ->
                services
                    .management()
                    .activityStatistics(
                        id, StatisticsDtos.request(failedJobs, incidents, incidentsForType, null)))
        .stream()
        .map(ActivityStatisticsDto::of)
        .toList();
  }

  /** There are no listeners and no mappings to skip: deleting an instance runs no code. */
  @DELETE
  @Answers({})
  public Response delete(@QueryParam("cascade") boolean cascade) {
    String id = definition.id();
    Failures.missingIs404(() -> services.repository().deleteProcessDefinition(id, cascade));
    return Response.ok().build();
  }

  private ProcessDefinition existing() {
    String id = definition.id();
    return services.repository().processDefinition(id).orElseThrow(() -> missing(id));
  }

  // Camunda 7 returns 400 if its engine detects that the definition does not exist.
  private void deployed() {
    String id = definition.id();
    if (services.repository().processDefinition(id).isEmpty()) {
      throw new NotFoundException(
          "no deployed process definition found with id '%s': processDefinition is null"
              .formatted(id));
    }
  }

  private static RestException missing(String id) {
    return Failures.missing("No matching definition with id %s", id);
  }
}
