package dev.outwork.rest.task;

import static dev.outwork.rest.format.Failures.failedIs500;
import static dev.outwork.rest.format.Failures.refusedIsRestException;

import dev.outwork.api.form.FormService;
import dev.outwork.api.task.Task;
import dev.outwork.api.task.TaskService;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.rest.form.FormDto;
import dev.outwork.rest.form.TaskForm;
import dev.outwork.rest.format.Failures;
import dev.outwork.rest.openapi.Answers;
import dev.outwork.rest.task.Requests.BpmnErrorDto;
import dev.outwork.rest.task.Requests.CompleteDto;
import dev.outwork.rest.task.Requests.EscalationDto;
import dev.outwork.rest.task.Requests.ResolveDto;
import dev.outwork.rest.task.Requests.UpdateDto;
import dev.outwork.rest.task.Requests.UserDto;
import dev.outwork.rest.variable.VariableReader;
import dev.outwork.rest.variable.VariableValueDto;
import dev.outwork.rest.variable.VariableWriter;
import dev.outwork.rest.variable.VariablesResource;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** One user task (docs/rest-api.md, "User tasks"). */
@Produces(MediaType.APPLICATION_JSON)
public class TaskResource {
  private final String id;
  private final TaskService tasks;
  private final TaskForm form;

  TaskResource(String id, TaskService tasks, FormService forms) {
    this.id = id;
    this.tasks = tasks;
    this.form = new TaskForm(id, forms);
  }

  @GET
  public TaskDto get() {
    return TaskDto.of(existing());
  }

  @PUT
  public void update(UpdateDto sent) {
    tasks.saveTask(id, sent.detailsOf(existing()));
  }

  @GET
  @Path("form")
  public FormDto form() {
    return form.get();
  }

  /** Returns the variables of the process instance if requested, otherwise status 204. */
  @POST
  @Path("complete")
  @Answers(value = VariableValueDto.class, as = Answers.Shape.MAP)
  public Response complete(CompleteDto sent) {
    String prefix = "Cannot complete task %s: ".formatted(id);
    Map<String, TypedValue> variables = VariableReader.readAll(sent.variables(), prefix);
    return answer(
        sent, failedIs500(prefix, () -> tasks.completeWithVariablesInReturn(id, variables)));
  }

  /** Submits a form, which completes the task with its variables. */
  @POST
  @Path("submit-form")
  @Answers(value = VariableValueDto.class, as = Answers.Shape.MAP)
  public Response submitForm(CompleteDto sent) {
    return answer(sent, form.submit(sent.variables()));
  }

  private static Response answer(CompleteDto sent, Map<String, TypedValue> then) {
    return sent.withVariablesInReturn()
        ? Response.ok(VariableWriter.writeAll(then)).build()
        : Response.noContent().build();
  }

  /** Variables of the fields and all others visible to the task, or the named ones. */
  @GET
  @Path("form-variables")
  public Map<String, VariableValueDto> formVariables(
      @QueryParam("variableNames") String names,
      @QueryParam("deserializeValues") @DefaultValue("true") boolean deserializeValues) {
    return form.variables(names, deserializeValues);
  }

  @GET
  @Path("rendered-form")
  @Produces(MediaType.APPLICATION_XHTML_XML)
  public Response renderedForm() {
    return form.rendered();
  }

  @GET
  @Path("deployed-form")
  @Produces(MediaType.WILDCARD)
  public Response deployedForm() {
    return form.deployed();
  }

  /** Not supported: always empty. */
  @GET
  @Path("comment")
  public List<Object> comments() {
    existing();
    return List.of();
  }

  /** Not supported: always empty. */
  @GET
  @Path("attachment")
  public List<Object> attachments() {
    existing();
    return List.of();
  }

  @POST
  @Path("resolve")
  public void resolve(ResolveDto sent) {
    String prefix = "Cannot resolve task %s: ".formatted(id);
    Map<String, TypedValue> variables = VariableReader.readAll(sent.variables(), prefix);
    failedIs500(prefix, () -> tasks.resolveTask(id, variables));
  }

  @POST
  @Path("bpmnError")
  public void bpmnError(BpmnErrorDto sent) {
    Map<String, TypedValue> variables = VariableReader.readAll(sent.variables());
    refusedIsRestException(
        () -> tasks.handleBpmnError(id, sent.errorCode(), sent.errorMessage(), variables));
  }

  @POST
  @Path("bpmnEscalation")
  public void bpmnEscalation(EscalationDto sent) {
    Map<String, TypedValue> variables = VariableReader.readAll(sent.variables());
    refusedIsRestException(() -> tasks.handleEscalation(id, sent.escalationCode(), variables));
  }

  @POST
  @Path("claim")
  public void claim(UserDto sent) {
    tasks.claim(id, sent.userId());
  }

  /** The body is ignored. */
  @POST
  @Path("unclaim")
  public void unclaim() {
    tasks.setAssignee(id, null);
  }

  @POST
  @Path("assignee")
  public void setAssignee(UserDto sent) {
    tasks.setAssignee(id, sent.userId());
  }

  @POST
  @Path("delegate")
  public void delegate(UserDto sent) {
    tasks.delegateTask(id, sent.userId());
  }

  @Path("identity-links")
  public IdentityLinksResource identityLinks() {
    return new IdentityLinksResource(id, tasks);
  }

  @Path("variables")
  public VariablesResource variables() {
    return new VariablesResource(new VisibleVariables(id, tasks));
  }

  @Path("localVariables")
  public VariablesResource localVariables() {
    return new VariablesResource(new TaskLocalVariables(id, tasks));
  }

  private Task existing() {
    return tasks.task(id).orElseThrow(() -> Failures.missing("No matching task with id %s", id));
  }
}
