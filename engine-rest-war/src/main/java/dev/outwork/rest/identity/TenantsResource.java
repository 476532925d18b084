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

/** The tenants of the caller, as its token says. */
@Path("tenant")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TenantsResource {
  /** A tenant, by name only. */
  public record TenantDto(String id, String name) {
    static TenantDto of(String name) {
      return new TenantDto(name, name);
    }
  }

  @GET
  public List<TenantDto> list(@Context UriInfo uri) {
    return tenants().list(uri).stream().map(TenantDto::of).toList();
  }

  @GET
  @Path("count")
  public CountDto count(@Context UriInfo uri) {
    return tenants().count(uri);
  }

  @GET
  @Path("{id}")
  public TenantDto get(@PathParam("id") String id) {
    return TenantDto.of(tenants().one("Tenant", id));
  }

  private static CallerList tenants() {
    return new CallerList(
        AuthenticatedUser.tenants(),
        Map.of(
            "id",
            CallerList.IS,
            "name",
            CallerList.IS,
            "userMember",
            (tenant, user) -> UsersResource.isCaller(user),
            "includingGroupsOfUser",
            (tenant, including) -> true));
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
  @Path("{id}/user-members/{userId}")
  public void addUser(@PathParam("id") String id, @PathParam("userId") String userId) {
    throw UserStore.readOnly();
  }

  @DELETE
  @Path("{id}/user-members/{userId}")
  public void deleteUser(@PathParam("id") String id, @PathParam("userId") String userId) {
    throw UserStore.readOnly();
  }

  @PUT
  @Path("{id}/group-members/{groupId}")
  public void addGroup(@PathParam("id") String id, @PathParam("groupId") String groupId) {
    throw UserStore.readOnly();
  }

  @DELETE
  @Path("{id}/group-members/{groupId}")
  public void deleteGroup(@PathParam("id") String id, @PathParam("groupId") String groupId) {
    throw UserStore.readOnly();
  }
}
