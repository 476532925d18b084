package dev.outwork.api.health;

/**
 * One of the things that a node needs to do its work.
 *
 * @param reason why it is not so; null if it is
 */
public record HealthCheck(String name, boolean isUp, String reason) {
  public static HealthCheck up(String name) {
    return new HealthCheck(name, true, null);
  }

  public static HealthCheck down(String name, String reason) {
    return new HealthCheck(name, false, reason);
  }
}
