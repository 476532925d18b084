package dev.outwork.engine.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.health.HealthCheck;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

/** The probes as MicroProfile Health has them (docs/operations.md, "Health of the server"). */
class ServerHealthTest {
  @Test
  void a_node_that_can_do_its_work_is_up_with_all_checks() {
    HealthCheckResponse response =
        ServerHealth.response(List.of(HealthCheck.up("database"), HealthCheck.up("clock")));

    assertThat(response.getName()).isEqualTo("outwork");
    assertThat(response.getStatus()).isEqualTo(Status.UP);
    assertThat(response.getData().orElseThrow())
        .containsEntry("database", "UP")
        .containsEntry("clock", "UP");
  }

  @Test
  void a_node_that_cannot_is_down_with_the_reason() {
    HealthCheckResponse response =
        ServerHealth.response(
            List.of(HealthCheck.up("database"), HealthCheck.down("clock", "it is late")));

    assertThat(response.getStatus()).isEqualTo(Status.DOWN);
    assertThat(response.getData().orElseThrow())
        .containsEntry("database", "UP")
        .containsEntry("clock", "it is late");
  }
}
