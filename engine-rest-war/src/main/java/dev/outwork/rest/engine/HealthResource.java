package dev.outwork.rest.engine;

import dev.outwork.api.health.Health;
import dev.outwork.api.health.HealthService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Health of this node. */
@Path("health")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class HealthResource {
  private static final String ANSWERS = "UP";

  @Inject private HealthService health;

  /** The parts of the health of a node. */
  public record HealthDto(String database, Health.Hints hints) {}

  /** Fails with 503 if the database does not answer. */
  @GET
  public HealthDto health() {
    return new HealthDto(ANSWERS, health.health().hints());
  }
}
