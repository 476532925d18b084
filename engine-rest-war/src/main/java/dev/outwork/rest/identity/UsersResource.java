package dev.outwork.rest.identity;

import dev.outwork.api.identity.AuthenticatedUser;
import dev.outwork.rest.format.CountDto;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;

/** Users: the caller. The operator's file and the server's identity stores are not listed. */
@Path("user")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UsersResource {
  /**
   * A user, by name only.
   *
   * @param firstName empty, as {@code lastName} and {@code email}
   */
  public record ProfileDto(String id, String firstName, String lastName, String email) {
    static ProfileDto of(String name) {
      return new ProfileDto(name, "", "", "");
    }
  }

  @GET
  public List<ProfileDto> list(@Context UriInfo uri) {
    return caller().list(uri).stream().map(ProfileDto::of).toList();
  }

  @GET
  @Path("count")
  public CountDto count(@Context UriInfo uri) {
    return caller().count(uri);
  }

  private static CallerList caller() {
    return new CallerList(
        AuthenticatedUser.name().stream().toList(),
        Map.of(
            "id",
            CallerList.IS,
            "idIn",
            CallerList.IS_ONE_OF,
            "memberOfGroup",
            (user, group) -> AuthenticatedUser.groups().contains(group),
            "memberOfTenant",
            (user, tenant) -> AuthenticatedUser.tenants().contains(tenant)));
  }

  static boolean isCaller(String user) {
    return AuthenticatedUser.name().filter(user::equals).isPresent();
  }

  /** The same for every name, so that nobody learns which users exist. */
  @GET
  @Path("{id}/profile")
  public ProfileDto profile(@PathParam("id") String id) {
    return ProfileDto.of(id);
  }

  /** Refused, as everything that would write to a store of users. */
  @POST
  @Path("create")
  public void create() {
    throw UserStore.readOnly();
  }

  @DELETE
  @Path("{id}")
  public void delete(@PathParam("id") String id) {
    throw UserStore.readOnly();
  }

  @PUT
  @Path("{id}/profile")
  public void updateProfile(@PathParam("id") String id) {
    throw UserStore.readOnly();
  }

  @PUT
  @Path("{id}/credentials")
  public void updateCredentials(@PathParam("id") String id) {
    throw UserStore.readOnly();
  }

  @POST
  @Path("{id}/unlock")
  public void unlock(@PathParam("id") String id) {
    throw UserStore.readOnly();
  }
}
