package dev.outwork.api.job;

import java.util.List;

/**
 * What is under way at one activity.
 *
 * @param id of the activity in the model
 * @param instances how many tokens are there
 * @param failedJobs jobs without retries; 0 if they were not asked for
 * @param incidents by type; empty if they were not asked for
 */
public record ActivityStatistics(
    String id, int instances, int failedJobs, List<IncidentStatistics> incidents) {
  public ActivityStatistics {
    incidents = List.copyOf(incidents);
  }
}
