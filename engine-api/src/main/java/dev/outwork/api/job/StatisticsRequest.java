package dev.outwork.api.job;

/**
 * What statistics count besides instances.
 *
 * @param failedJobs whether jobs without retries are counted
 * @param incidents which open incidents are counted
 * @param incidentType the type for {@link Incidents#OF_TYPE}, else null
 */
public record StatisticsRequest(boolean failedJobs, Incidents incidents, String incidentType) {
  /** Which incidents. */
  public enum Incidents {
    NONE,
    ALL,
    /** Those of one type. */
    OF_TYPE,
    /** Those that stem from no incident of a called instance. */
    ROOT
  }

  /** Instances only. */
  public static final StatisticsRequest INSTANCES =
      new StatisticsRequest(false, Incidents.NONE, null);

  public StatisticsRequest {
    if ((incidents == Incidents.OF_TYPE) != (incidentType != null)) {
      throw new IllegalArgumentException(
          "Cannot count incidents %s of type '%s'".formatted(incidents, incidentType));
    }
  }
}
