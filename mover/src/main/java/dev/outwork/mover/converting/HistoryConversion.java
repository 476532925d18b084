package dev.outwork.mover.converting;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import dev.outwork.mover.destination.TargetRow;
import dev.outwork.mover.destination.TargetTable;
import dev.outwork.mover.source.HistoryRows;
import dev.outwork.mover.source.SourceActivityHistory;
import dev.outwork.mover.source.SourceIncidentHistory;
import dev.outwork.mover.source.SourceProcessHistory;
import dev.outwork.mover.source.SourceTaskHistory;
import dev.outwork.mover.source.SourceTaskLog;
import dev.outwork.mover.source.SourceVariableHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Converts what has ended: hierarchies as a whole, and what has ended of those that are running. In
 * the target that is the same tables.
 */
public final class HistoryConversion {
  private final HistoryRows rows;
  private final Function<String, MovedDefinition> definitions;
  private final JavaValues javaValues;
  private final Map<String, List<SourceProcessHistory>> instances;
  private final Map<String, List<SourceActivityHistory>> activities;
  private final Map<String, String> callers = new HashMap<>();
  private final Map<String, List<SourceTaskHistory>> tasks;
  private final Map<String, List<SourceVariableHistory>> variables;
  private final Map<String, List<SourceTaskLog>> log;
  private final Map<String, List<SourceIncidentHistory>> incidents;

  /**
   * @param definitions by their ids in the source; throws {@link CannotGoException} for those that
   *     the target does not have
   */
  public HistoryConversion(
      HistoryRows rows, Function<String, MovedDefinition> definitions, JavaValues javaValues) {
    this.rows = rows;
    this.definitions = definitions;
    this.javaValues = javaValues;
    instances = by(rows.instances(), each -> each.called().rootId());
    activities = by(rows.activities(), SourceActivityHistory::processInstanceId);
    rows.activities().stream()
        .filter(each -> each.calledInstanceId() != null)
        .forEach(each -> callers.put(each.calledInstanceId(), PastInstance.own(each.id())));
    tasks =
        by(
            rows.tasks().stream().filter(each -> each.endedAt() != null).toList(),
            SourceTaskHistory::processInstanceId);
    variables =
        by(
            rows.variables().stream().filter(each -> !each.isDeleted()).toList(),
            each -> each.variable().processInstanceId());
    log = by(rows.taskLog(), SourceTaskLog::processInstanceId);
    incidents =
        by(
            rows.incidents().stream().filter(each -> each.endedAt() != null).toList(),
            each -> each.incident().processInstanceId());
  }

  private static <T> Map<String, List<T>> by(List<T> some, Function<T, String> owner) {
    return some.stream().filter(each -> owner.apply(each) != null).collect(groupingBy(owner));
  }

  /** A hierarchy that has ended; throws {@link CannotGoException} if it has to stay. */
  public Conversion convert(String rootId) {
    List<SourceProcessHistory> all = instances.getOrDefault(rootId, List.of());
    if (all.isEmpty()) {
      throw new CannotGoException("its history is not there");
    }
    if (!all.stream().allMatch(SourceProcessHistory::hasEnded)) {
      throw new CannotGoException("it has called one that is running");
    }
    return addTo(new Conversion(rootId, List.of(), Map.of()));
  }

  /** A hierarchy that is running, with what of it has ended. */
  public Conversion addTo(Conversion running) {
    List<TargetRow> converted = new ArrayList<>();
    Map<TargetTable, Integer> counts = new EnumMap<>(TargetTable.class);
    running.counts().forEach(counts::put);
    Set<String> runningIds = new HashSet<>();
    running.rows().forEach(row -> runningIds.add(row.id()));
    Map<String, List<PastInstance.Leaving>> leaving = leaving(running);
    for (SourceProcessHistory instance : instances.getOrDefault(running.rootId(), List.of())) {
      PastInstance past =
          new PastInstance(
              instance,
              definitions.apply(instance.definitionId()),
              leaving.getOrDefault(instance.id(), List.of()),
              activities.getOrDefault(instance.id(), List.of()));
      if (instance.hasEnded()) {
        converted.add(past.processInstance(callers.get(instance.id())));
        counts.merge(TargetTable.PROCESS_INSTANCE, 1, Integer::sum);
      }
      converted.addAll(past.activities());
      tasks(past, converted, counts);
      variables(past, converted);
      log(past, runningIds, converted);
      incidents(past, converted, counts);
    }
    converted.addAll(running.rows());
    return new Conversion(running.rootId(), converted, counts);
  }

  /**
   * The tokens that are about to leave their elements, by instance, the newest first; not those on
   * flows, whose activities have ended here too.
   */
  private static Map<String, List<PastInstance.Leaving>> leaving(Conversion running) {
    Set<String> left =
        running.rows().stream()
            .filter(row -> row.table() == TargetTable.ACTIVITY_INSTANCE)
            .filter(row -> TokenPlace.Waits.AFTER.equals(row.value("waits")))
            .map(TargetRow::id)
            .collect(toSet());
    return running.rows().stream()
        .filter(row -> row.table() == TargetTable.JOB)
        .filter(row -> JobConversion.ASYNC_AFTER.equals(row.value("type")))
        .filter(row -> left.contains(row.value("execution_id")))
        .sorted(Comparator.comparing(HistoryConversion::createdAt).reversed())
        .collect(
            groupingBy(
                row -> (String) row.value("process_instance_id"),
                mapping(HistoryConversion::leaving, toList())));
  }

  // The job names the place: its id is that of the execution, or of the job itself if that is the
  // instance.
  private static PastInstance.Leaving leaving(TargetRow job) {
    String place = (String) job.value("execution_id");
    return new PastInstance.Leaving(
        (String) job.value("activity_id"),
        place.equals(job.id()) ? (String) job.value("process_instance_id") : place,
        createdAt(job));
  }

  private static Instant createdAt(TargetRow job) {
    return (Instant) job.value("created_at");
  }

  private void tasks(
      PastInstance past, List<TargetRow> converted, Map<TargetTable, Integer> counts) {
    List<SourceTaskHistory> ended = tasks.getOrDefault(past.id(), List.of());
    ended.forEach(task -> converted.add(past.userTask(task)));
    counts.merge(TargetTable.USER_TASK, ended.size(), Integer::sum);
  }

  // What stands in something that is running comes over with it, or is not a variable of it.
  private void variables(PastInstance past, List<TargetRow> converted) {
    VariableValues values = new VariableValues(rows::bytes, javaValues);
    Set<String> ended = past.endedScopes(tasks.getOrDefault(past.id(), List.of()));
    Map<List<String>, TargetRow> newest = new HashMap<>();
    variables.getOrDefault(past.id(), List.of()).stream()
        .filter(variable -> ended.contains(PastInstance.scope(variable)))
        .filter(variable -> !values.staysBehind(variable.variable()))
        .sorted(PastInstance.OLDEST_FIRST)
        .forEach(
            variable -> {
              TargetRow row = past.variable(variable);
              values.set(row, variable.variable());
              newest.put(List.of(PastInstance.scope(variable), variable.variable().name()), row);
            });
    converted.addAll(newest.values());
  }

  // An open task has its line of creation already, with its own id.
  private void log(PastInstance past, Set<String> runningIds, List<TargetRow> converted) {
    log.getOrDefault(past.id(), List.of()).stream()
        .filter(line -> !PastInstance.isCreation(line) || !runningIds.contains(line.taskId()))
        .forEach(
            line -> converted.add(past.logLine(line, rows.bytes(line.trouble().errorDetailsId()))));
  }

  private void incidents(
      PastInstance past, List<TargetRow> converted, Map<TargetTable, Integer> counts) {
    List<SourceIncidentHistory> ended = incidents.getOrDefault(past.id(), List.of());
    ended.forEach(incident -> converted.add(past.incident(incident)));
    counts.merge(TargetTable.INCIDENT, ended.size(), Integer::sum);
  }
}
