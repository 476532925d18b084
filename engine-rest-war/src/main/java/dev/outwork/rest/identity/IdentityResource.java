package dev.outwork.rest.identity;

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

  /** The groups of a user: none. */
  public record GroupsDto(List<Object> groups, List<Object> groupUsers) {}

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

  @GET
  @Path("groups")
  public GroupsDto groups(@QueryParam("userId") String userId) {
    if (userId == null) {
      throw RestException.invalidRequest("No user id was supplied");
    }
    return new GroupsDto(List.of(), List.of());
  }
}
