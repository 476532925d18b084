package dev.outwork.rest.engine;

import dev.outwork.api.health.Health;
import dev.outwork.api.health.HealthService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How the node is that answers. */
@Path("health")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class HealthResource {
  private static final String ANSWERS = "UP";

  @Inject private HealthService health;

  /** What a node has to do with. */
  public record HealthDto(String database, Health.Hints hints) {}

  /** Fails with 503 if the database does not answer. */
  @GET
  public HealthDto health() {
    return new HealthDto(ANSWERS, health.health().hints());
  }
}
