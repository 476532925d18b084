package dev.outwork.rest.variable;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.rest.format.Failures;
import dev.outwork.rest.format.RestException;
import dev.outwork.rest.openapi.Form;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/**
 * The variables of one scope (docs/rest-api.md, "Objects and structures", "Binary content" and
 * "Process instances").
 */
@Produces(MediaType.APPLICATION_JSON)
public class VariablesResource {
  private final VariableScope scope;

  public VariablesResource(VariableScope scope) {
    this.scope = scope;
  }

  @GET
  public Map<String, VariableValueDto> all(
      @QueryParam("deserializeValues") @DefaultValue("true") boolean deserializeValues) {
    return VariableWriter.writeAll(scope.all(), deserializeValues);
  }

  @POST
  public void change(ModificationsDto sent) {
    String prefix = "Cannot modify variables for %s: ".formatted(scope.owner());
    Map<String, TypedValue> modifications = VariableReader.readAll(sent.modifications(), prefix);
    Failures.refusedIsRestException(
        prefix, () -> scope.change(modifications, sent.namesToRemove()));
  }

  @GET
  @Path("{name}")
  public VariableValueDto get(
      @PathParam("name") String name,
      @QueryParam("deserializeValue") @DefaultValue("true") boolean deserializeValue) {
    TypedValue value = existing(name);
    return Failures.failedIs500(
        attempt("get", name), () -> VariableWriter.write(value, deserializeValue));
  }

  @PUT
  @Path("{name}")
  public void put(@PathParam("name") String name, VariableValueDto sent) {
    TypedValue value;
    try {
      value = VariableReader.read(sent);
    } catch (RestException e) {
      throw e.after(attempt("put", name));
    }
    set(name, value);
  }

  @DELETE
  @Path("{name}")
  public void delete(@PathParam("name") String name) {
    Failures.refusedIsRestException(
        attempt("delete", name), () -> scope.change(Map.of(), List.of(name)));
  }

  @GET
  @Path("{name}/data")
  @Produces(MediaType.WILDCARD)
  public Response data(@PathParam("name") String name) {
    return BinaryContent.of(name, existing(name));
  }

  @POST
  @Path("{name}/data")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Form(file = UploadedValue.DATA, texts = UploadedValue.VALUE_TYPE)
  public void upload(@PathParam("name") String name, List<EntityPart> parts) {
    set(name, UploadedValue.read(parts));
  }

  private TypedValue existing(String name) {
    return Failures.failedIs500(attempt("get", name), () -> scope.find(name))
        .orElseThrow(
            () -> Failures.missing("%s variable with name %s does not exist", scope.owner(), name));
  }

  private void set(String name, TypedValue value) {
    Failures.refusedIsRestException(
        attempt("put", name), () -> scope.change(Map.of(name, value), List.of()));
  }

  private String attempt(String verb, String name) {
    return "Cannot %s %s variable %s: ".formatted(verb, scope.owner(), name);
  }
}
