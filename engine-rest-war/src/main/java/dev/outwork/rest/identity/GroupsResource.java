package dev.outwork.rest.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;

/** Groups, of which the engine knows none. */
@Path("group")
@ApplicationScoped
public class GroupsResource extends EmptyList {}
