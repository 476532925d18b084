package dev.outwork.api.job;

import dev.outwork.api.deployment.ProcessDefinition;
import java.util.List;

/**
 * The running instances of one definition.
 *
 * @param instances number of running instances
 * @param failedJobs number of jobs without retries; 0 if not requested
 * @param incidents by type; empty if not requested
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
