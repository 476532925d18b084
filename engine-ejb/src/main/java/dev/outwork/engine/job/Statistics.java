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
import dev.outwork.engine.right.ProcessRights;
import dev.outwork.engine.right.Verb;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Counts running instances by activity or by definition (docs/rest-api.md, "Statistics"). */
@Collaborator
@Dependent
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

  /** Throws what a definition that does not exist throws, if it may not be read. */
  List<ActivityStatistics> ofActivities(
      String definitionId, StatisticsRequest request, ProcessRights rights) {
    if (!rights.permit(Verb.READ, definitions.existing(definitionId).key())) {
      throw DefinitionStore.missing(definitionId);
    }
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

  /** Of the definitions that may be read. */
  List<ProcessDefinitionStatistics> ofDefinitions(StatisticsRequest request, ProcessRights rights) {
    Counts counts =
        new Counts(
            byId(store.instancesByDefinition()),
            request.failedJobs() ? byId(store.failedJobsByDefinition()) : Map.of(),
            request.incidents() == Incidents.NONE
                ? Map.of()
                : byType(store.incidentsByDefinition(request)));
    return definitions.all().stream()
        .filter(definition -> rights.permit(Verb.READ, definition.key()))
        .map(definition -> of(definition, counts))
        .toList();
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
