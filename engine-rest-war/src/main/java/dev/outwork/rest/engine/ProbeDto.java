package dev.outwork.rest.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.outwork.api.health.HealthCheck;
import java.util.List;

/** The answer to a probe, in the format of MicroProfile Health. */
public record ProbeDto(Status status, List<CheckDto> checks) {
  /** Whether something is as it should be. */
  public enum Status {
    UP,
    DOWN;

    static Status of(boolean isUp) {
      return isUp ? UP : DOWN;
    }
  }

  /** One of the things that were checked. */
  public record CheckDto(
      String name, Status status, @JsonInclude(JsonInclude.Include.NON_NULL) ReasonDto data) {
    static CheckDto of(HealthCheck check) {
      return new CheckDto(
          check.name(),
          Status.of(check.isUp()),
          check.reason() == null ? null : new ReasonDto(check.reason()));
    }
  }

  /** Why something is not as it should be. */
  public record ReasonDto(String reason) {}

  static ProbeDto of(List<HealthCheck> checks) {
    return new ProbeDto(
        Status.of(checks.stream().allMatch(HealthCheck::isUp)),
        checks.stream().map(CheckDto::of).toList());
  }
}
