package dev.outwork.rest.definition;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.outwork.api.job.ActivityStatistics;
import dev.outwork.api.job.IncidentStatistics;
import dev.outwork.api.job.ProcessDefinitionStatistics;
import dev.outwork.api.job.StatisticsRequest;
import dev.outwork.api.job.StatisticsRequest.Incidents;
import dev.outwork.rest.format.RestException;
import java.util.List;

/** Statistics of running instances in the REST API (docs/rest-api.md, "Statistics"). */
final class StatisticsDtos {
  // Clients distinguish the two kinds of statistics by these names.
  private static final String PACKAGE = "org.camunda.bpm.engine.rest.dto.repository.";

  private StatisticsDtos() {}

  record ActivityStatisticsDto(
      @JsonProperty("@class") String className,
      String id,
      int instances,
      int failedJobs,
      List<IncidentStatistics> incidents) {
    static ActivityStatisticsDto of(ActivityStatistics statistics) {
      return new ActivityStatisticsDto(
          PACKAGE + "ActivityStatisticsResultDto",
          statistics.id(),
          statistics.instances(),
          statistics.failedJobs(),
          statistics.incidents());
    }
  }

  record DefinitionStatisticsDto(
      @JsonProperty("@class") String className,
      String id,
      int instances,
      int failedJobs,
      List<IncidentStatistics> incidents,
      ProcessDefinitionDto definition) {
    static DefinitionStatisticsDto of(ProcessDefinitionStatistics statistics) {
      return new DefinitionStatisticsDto(
          PACKAGE + "ProcessDefinitionStatisticsResultDto",
          statistics.definition().id(),
          statistics.instances(),
          statistics.failedJobs(),
          statistics.incidents(),
          ProcessDefinitionDto.of(statistics.definition()));
    }
  }

  /**
   * Reads the query parameters, which are null if absent. At most one may select the incidents to
   * count.
   */
  static StatisticsRequest request(
      Boolean failedJobs, Boolean incidents, String incidentsForType, Boolean rootIncidents) {
    refuseBoth("includeIncidents", incidents, "includeIncidentsForType", incidentsForType);
    refuseBoth("includeIncidents", incidents, "includeRootIncidents", rootIncidents);
    refuseBoth("includeRootIncidents", rootIncidents, "includeIncidentsForType", incidentsForType);
    return new StatisticsRequest(
        Boolean.TRUE.equals(failedJobs),
        incidents(incidents, incidentsForType, rootIncidents),
        incidentsForType);
  }

  private static Incidents incidents(Boolean all, String type, Boolean roots) {
    if (type != null) {
      return Incidents.OF_TYPE;
    }
    if (Boolean.TRUE.equals(roots)) {
      return Incidents.ROOT;
    }
    return Boolean.TRUE.equals(all) ? Incidents.ALL : Incidents.NONE;
  }

  private static void refuseBoth(String one, Object value, String other, Object otherValue) {
    if (value != null && otherValue != null) {
      throw RestException.invalidRequest(
          "Only one of the query parameter %s or %s can be set.".formatted(one, other));
    }
  }
}
