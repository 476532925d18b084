package dev.outwork.rest.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;

/** Tenants exist only as ids of what belongs to them. */
@Path("tenant")
@ApplicationScoped
public class TenantsResource extends EmptyList {}
