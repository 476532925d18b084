package dev.outwork.api.job;

import java.util.List;

/**
 * The running instances of one activity.
 *
 * @param id of the activity in the model
 * @param instances number of tokens
 * @param failedJobs number of jobs without retries; 0 if not requested
 * @param incidents by type; empty if not requested
 */
public record ActivityStatistics(
    String id, int instances, int failedJobs, List<IncidentStatistics> incidents) {
  public ActivityStatistics {
    incidents = List.copyOf(incidents);
  }
}
