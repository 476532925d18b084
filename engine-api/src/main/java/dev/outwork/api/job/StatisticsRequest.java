package dev.outwork.api.job;

/**
 * The numbers that statistics contain besides instances.
 *
 * @param failedJobs whether jobs without retries are counted
 * @param incidents the open incidents to count
 * @param incidentType the type for {@link Incidents#OF_TYPE}, otherwise null
 */
public record StatisticsRequest(boolean failedJobs, Incidents incidents, String incidentType) {
  /** The incidents to count. */
  public enum Incidents {
    NONE,
    ALL,
    /** Incidents of one type. */
    OF_TYPE,
    /** Incidents that no incident of a called instance caused. */
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
