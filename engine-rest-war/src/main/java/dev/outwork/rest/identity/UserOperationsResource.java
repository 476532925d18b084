package dev.outwork.rest.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;

/** There is no log of operations. */
@Path("history/user-operation")
@ApplicationScoped
public class UserOperationsResource extends EmptyList {}
