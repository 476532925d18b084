package dev.outwork.rest.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;

/** There are no saved filters of a task list. */
@Path("filter")
@ApplicationScoped
public class FiltersResource extends EmptyList {}
