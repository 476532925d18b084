package dev.outwork.api.job;

import dev.outwork.api.deployment.ProcessDefinition;
import java.util.List;

/**
 * What is under way in one definition.
 *
 * @param instances how many are running
 * @param failedJobs jobs without retries; 0 if they were not asked for
 * @param incidents by type; empty if they were not asked for
 */
public record ProcessDefinitionStatistics(
    ProcessDefinition definition,
    int instances,
    int failedJobs,
    List<IncidentStatistics> incidents) {
  public ProcessDefinitionStatistics {
    incidents = List.copyOf(incidents);
  }
}
