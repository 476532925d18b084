package dev.outwork.rest.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;

/** There are no authorizations: an authenticated user may do everything. */
@Path("authorization")
@ApplicationScoped
public class AuthorizationsResource extends EmptyList {}
