package dev.outwork.rest.engine;

import dev.outwork.api.health.Health;
import dev.outwork.api.health.HealthCheck;
import dev.outwork.api.health.HealthService;
import dev.outwork.rest.openapi.Answers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

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

  /** The application responds. */
  @GET
  @Path("live")
  public ProbeDto live() {
    return ProbeDto.of(List.of());
  }

  /** The application has started: it does not answer anything before the schema is up to date. */
  @GET
  @Path("started")
  public ProbeDto started() {
    return ProbeDto.of(List.of(HealthCheck.up("schema")));
  }

  /** Whether this node can do its work now: status 503 if not. */
  @GET
  @Path("ready")
  @Answers(ProbeDto.class)
  public Response ready() {
    ProbeDto ready = ProbeDto.of(health.readiness());
    return Response.status(
            ready.status() == ProbeDto.Status.UP
                ? Response.Status.OK
                : Response.Status.SERVICE_UNAVAILABLE)
        .entity(ready)
        .build();
  }
}
