package dev.outwork.rest.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Users. The operator's file and the server's identity stores are not listed. */
@Path("user")
@ApplicationScoped
public class UsersResource extends EmptyList {
  /**
   * A user, by name only.
   *
   * @param firstName empty, as {@code lastName} and {@code email}
   */
  public record ProfileDto(String id, String firstName, String lastName, String email) {}

  /** The same for every name, so that nobody learns which users exist. */
  @GET
  @Path("{id}/profile")
  public ProfileDto profile(@PathParam("id") String id) {
    return new ProfileDto(id, "", "", "");
  }
}
