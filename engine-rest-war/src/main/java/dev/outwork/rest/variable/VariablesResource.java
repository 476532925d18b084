package dev.outwork.rest.variable;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.rest.openapi.Form;
import dev.outwork.rest.wire.Failures;
import dev.outwork.rest.wire.WireException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/**
 * The variables of one scope (wire sections 2.6 and 6.3). Values are shown as they are stored,
 * whatever {@code deserializeValues} says.
 */
@Produces(MediaType.APPLICATION_JSON)
public class VariablesResource {
  private final VariableScope scope;

  public VariablesResource(VariableScope scope) {
    this.scope = scope;
  }

  @GET
  public Map<String, VariableValueDto> all() {
    return VariableWriter.writeAll(scope.all());
  }

  @POST
  public void change(ModificationsDto sent) {
    Map<String, TypedValue> modifications =
        VariableReader.readAll(
            sent.modifications(), "Cannot modify variables for %s: ".formatted(scope.owner()));
    scope.change(modifications, sent.namesToRemove());
  }

  @GET
  @Path("{name}")
  public VariableValueDto get(@PathParam("name") String name) {
    return VariableWriter.write(existing(name));
  }

  @PUT
  @Path("{name}")
  public void put(@PathParam("name") String name, VariableValueDto sent) {
    try {
      set(name, VariableReader.read(sent));
    } catch (WireException e) {
      throw e.after("Cannot put %s variable %s: ".formatted(scope.owner(), name));
    }
  }

  @DELETE
  @Path("{name}")
  public void delete(@PathParam("name") String name) {
    scope.change(Map.of(), List.of(name));
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
    return scope
        .find(name)
        .orElseThrow(
            () -> Failures.missing("%s variable with name %s does not exist", scope.owner(), name));
  }

  private void set(String name, TypedValue value) {
    scope.change(Map.of(name, value), List.of());
  }
}
