package dev.outwork.rest.identity;

import dev.outwork.api.identity.AuthenticatedUser;
import dev.outwork.rest.format.RestException;
import dev.outwork.rest.security.PasswordCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;

/** Who somebody is. */
@Path("identity")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class IdentityResource {
  @Inject private PasswordCheck passwords;

  public record PasswordDto(String username, String password) {}

  /**
   * The answer to a name and a password.
   *
   * @param groups null, as in Camunda 7
   * @param tenants null, as in Camunda 7
   */
  public record VerifiedDto(
      String authenticatedUser, List<String> groups, List<String> tenants, boolean authenticated) {}

  /** A group, by name only. */
  public record GroupDto(String id, String name) {}

  /**
   * The groups of a user.
   *
   * @param groupUsers the other users of these groups, of whom the engine knows none
   */
  public record GroupsDto(List<GroupDto> groups, List<Object> groupUsers) {}

  /** Open to all: this is how a console logs in. A wrong password is an answer, and no error. */
  @POST
  @Path("verify")
  public VerifiedDto verify(PasswordDto sent) {
    if (sent.username() == null || sent.password() == null) {
      throw RestException.invalidRequest("Username and password are required");
    }
    boolean fits = passwords.fits(sent.username(), sent.password());
    return new VerifiedDto(sent.username(), null, null, fits);
  }

  /** The groups of the caller, as its token or its identity store says; nobody else's. */
  @GET
  @Path("groups")
  public GroupsDto groups(@QueryParam("userId") String userId) {
    if (userId == null) {
      throw RestException.invalidRequest("No user id was supplied");
    }
    return new GroupsDto(
        groupsOf(userId).stream().sorted().map(name -> new GroupDto(name, name)).toList(),
        List.of());
  }

  private static Set<String> groupsOf(String userId) {
    return AuthenticatedUser.name().filter(userId::equals).isPresent()
        ? AuthenticatedUser.groups()
        : Set.of();
  }
}
