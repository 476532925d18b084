package dev.outwork.rest.identity;

import dev.outwork.api.identity.AuthenticatedUser;
import dev.outwork.api.identity.AuthorizationService;
import dev.outwork.rest.format.RestException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Whether the caller may do something, by the file of grants. Grants are not listed. */
@Path("authorization")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AuthorizationsResource extends EmptyList {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  @Inject private AuthorizationService authorizations;

  /**
   * What was asked, and the answer.
   *
   * @param resourceId null if all resources of the type were asked for
   */
  public record CheckedDto(
      String permissionName, String resourceName, String resourceId, boolean authorized) {}

  /** Of the caller only: grants of others are their own business. */
  @GET
  @Path("check")
  public CheckedDto check(
      @QueryParam("permissionName") String permissionName,
      @QueryParam("resourceName") String resourceName,
      @QueryParam("resourceType") Integer resourceType,
      @QueryParam("resourceId") String resourceId,
      @QueryParam("userId") String userId) {
    required("permissionName", permissionName);
    required("resourceName", resourceName);
    required("resourceType", resourceType);
    String caller =
        AuthenticatedUser.name()
            .orElseThrow(
                () ->
                    RestException.invalidRequest(
                        UNAUTHORIZED, "You must be authenticated in order to use this resource."));
    if (userId != null && !userId.equals(caller)) {
      throw RestException.invalidRequest(
          FORBIDDEN, "You must have READ permission for Authorization resource.");
    }
    return new CheckedDto(
        permissionName,
        resourceName,
        resourceId,
        authorizations.isAuthorized(permissionName, resourceType, resourceId));
  }

  private static void required(String parameter, Object value) {
    if (value == null) {
      throw RestException.invalidRequest(
          "Query parameter '%s' cannot be null".formatted(parameter));
    }
  }

  /** Refused: grants are in the operator's file. */
  @POST
  @Path("create")
  public void create() {
    throw UserStore.readOnly();
  }

  @PUT
  @Path("{id}")
  public void update(@PathParam("id") String id) {
    throw UserStore.readOnly();
  }

  @DELETE
  @Path("{id}")
  public void delete(@PathParam("id") String id) {
    throw UserStore.readOnly();
  }
}
