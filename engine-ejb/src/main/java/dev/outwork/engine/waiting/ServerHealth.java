package dev.outwork.engine.waiting;

import dev.outwork.api.health.HealthService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * The health of a node for a server with MicroProfile Health, which serves it at an address of its
 * own. The API is in the archive, because not every server has it; a server without it never asks.
 */
@ApplicationScoped
public class ServerHealth {
  private static final String NAME = "outwork";
  private static final String UP = "UP";

  @Inject private HealthService health;

  /** The application responds. */
  @Produces
  @Liveness
  public HealthCheck live() {
    return () -> HealthCheckResponse.up(NAME);
  }

  /** The application has started: before, it is not asked. */
  @Produces
  @Startup
  public HealthCheck started() {
    return () -> HealthCheckResponse.up(NAME);
  }

  /** Whether this node can do its work now, with the status of each check, or its reason. */
  @Produces
  @Readiness
  public HealthCheck ready() {
    return () -> response(health.readiness());
  }

  static HealthCheckResponse response(List<dev.outwork.api.health.HealthCheck> checks) {
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named(NAME)
            .status(checks.stream().allMatch(dev.outwork.api.health.HealthCheck::isUp));
    checks.forEach(check -> response.withData(check.name(), check.isUp() ? UP : check.reason()));
    return response.build();
  }
}
