package dev.outwork.engine.job;

import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.job.ActivityStatistics;
import dev.outwork.api.job.IncidentStatistics;
import dev.outwork.api.job.ProcessDefinitionStatistics;
import dev.outwork.api.job.StatisticsRequest;
import dev.outwork.api.job.StatisticsRequest.Incidents;
import dev.outwork.engine.deployment.DefinitionStore;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.job.StatisticsStore.Count;
import dev.outwork.engine.job.StatisticsStore.IncidentCount;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Counts running instances by activity or by definition (docs/rest-api.md, "Statistics"). */
@Collaborator
class Statistics {
  private final StatisticsStore store;
  private final DefinitionStore definitions;

  /** The counts by the id of an activity or a definition. */
  private record Counts(
      Map<String, Integer> instances,
      Map<String, Integer> failedJobs,
      Map<String, List<IncidentStatistics>> incidents) {

    int instancesOf(String id) {
      return instances.getOrDefault(id, 0);
    }

    int failedJobsOf(String id) {
      return failedJobs.getOrDefault(id, 0);
    }

    List<IncidentStatistics> incidentsOf(String id) {
      return incidents.getOrDefault(id, List.of());
    }

    /** The ids with any count, in alphabetical order. */
    Set<String> ids() {
      Set<String> ids = new TreeSet<>(instances.keySet());
      ids.addAll(failedJobs.keySet());
      ids.addAll(incidents.keySet());
      return ids;
    }
  }

  @Inject
  Statistics(StatisticsStore store, DefinitionStore definitions) {
    this.store = store;
    this.definitions = definitions;
  }

  List<ActivityStatistics> ofActivities(String definitionId, StatisticsRequest request) {
    definitions.existing(definitionId);
    Counts counts =
        new Counts(
            byId(store.tokensByActivity(definitionId)),
            request.failedJobs() ? byId(store.failedJobsByActivity(definitionId)) : Map.of(),
            request.incidents() == Incidents.NONE
                ? Map.of()
                : byType(store.incidentsByActivity(definitionId, request)));
    return counts.ids().stream()
        .map(
            id ->
                new ActivityStatistics(
                    id, counts.instancesOf(id), counts.failedJobsOf(id), counts.incidentsOf(id)))
        .toList();
  }

  List<ProcessDefinitionStatistics> ofDefinitions(StatisticsRequest request) {
    Counts counts =
        new Counts(
            byId(store.instancesByDefinition()),
            request.failedJobs() ? byId(store.failedJobsByDefinition()) : Map.of(),
            request.incidents() == Incidents.NONE
                ? Map.of()
                : byType(store.incidentsByDefinition(request)));
    return definitions.all().stream().map(definition -> of(definition, counts)).toList();
  }

  private static ProcessDefinitionStatistics of(ProcessDefinition definition, Counts counts) {
    return new ProcessDefinitionStatistics(
        definition,
        counts.instancesOf(definition.id()),
        counts.failedJobsOf(definition.id()),
        counts.incidentsOf(definition.id()));
  }

  private static Map<String, Integer> byId(List<Count> counts) {
    Map<String, Integer> byId = new HashMap<>();
    counts.forEach(count -> byId.put(count.counted(), count.number()));
    return byId;
  }

  private static Map<String, List<IncidentStatistics>> byType(List<IncidentCount> counts) {
    Map<String, List<IncidentStatistics>> byId = new HashMap<>();
    counts.forEach(
        count ->
            byId.computeIfAbsent(count.counted(), id -> new ArrayList<>())
                .add(new IncidentStatistics(count.type(), count.number())));
    return byId;
  }
}
