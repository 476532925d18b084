package dev.outwork.rest.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.outwork.api.health.HealthCheck;
import java.util.List;
import java.util.Map;

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

  /**
   * One of the things that were checked.
   *
   * @param data has the {@code reason} if it is not as it should be; otherwise absent
   */
  public record CheckDto(
      String name,
      Status status,
      @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, String> data) {
    static CheckDto of(HealthCheck check) {
      return new CheckDto(
          check.name(),
          Status.of(check.isUp()),
          check.reason() == null ? null : Map.of("reason", check.reason()));
    }
  }

  static ProbeDto of(List<HealthCheck> checks) {
    return new ProbeDto(
        Status.of(checks.stream().allMatch(HealthCheck::isUp)),
        checks.stream().map(CheckDto::of).toList());
  }
}
