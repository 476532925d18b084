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

/** The groups of the caller, as its token or its identity store says. */
@Path("group")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class GroupsResource {
  /**
   * A group, by name only.
   *
   * @param type always null
   */
  public record ListedGroupDto(String id, String name, String type) {
    static ListedGroupDto of(String name) {
      return new ListedGroupDto(name, name, null);
    }
  }

  @GET
  public List<ListedGroupDto> list(@Context UriInfo uri) {
    return groups().list(uri).stream().map(ListedGroupDto::of).toList();
  }

  @GET
  @Path("count")
  public CountDto count(@Context UriInfo uri) {
    return groups().count(uri);
  }

  @GET
  @Path("{id}")
  public ListedGroupDto get(@PathParam("id") String id) {
    return ListedGroupDto.of(groups().one("Group", id));
  }

  private static CallerList groups() {
    return new CallerList(
        AuthenticatedUser.groups(),
        Map.of(
            "id", CallerList.IS,
            "idIn", CallerList.IS_ONE_OF,
            "name", CallerList.IS,
            "member", (group, user) -> UsersResource.isCaller(user)));
  }

  /** Refused, as everything that would write to a store of users. */
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

  @PUT
  @Path("{id}/members/{userId}")
  public void addMember(@PathParam("id") String id, @PathParam("userId") String userId) {
    throw UserStore.readOnly();
  }

  @DELETE
  @Path("{id}/members/{userId}")
  public void deleteMember(@PathParam("id") String id, @PathParam("userId") String userId) {
    throw UserStore.readOnly();
  }
}
