package dev.outwork.mover.moving;

import dev.outwork.api.ListQuery;
import dev.outwork.api.history.HistoricVariableInstance;
import dev.outwork.api.history.HistoricVariableInstanceFilter;
import dev.outwork.api.history.HistoricVariableInstanceSort;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.mover.moving.Waiting.Kind;
import dev.outwork.testkit.TestEngine;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** At Outwork, the one that was moved. */
final class DrivenOutwork implements Driven {
  private static final String WAITS =
      """
      select 'EXTERNAL_TASK', t.activity_id, t.id, '', t.activity_instance_id
        from external_task t
        join process_instance i on i.id = t.process_instance_id
       where i.root_id = ?
      union all
      select 'USER_TASK', t.activity_id, t.id, '', t.activity_instance_id
        from user_task t
        join process_instance i on i.id = t.process_instance_id
       where i.root_id = ?
         and t.ended_at is null
      union all
      select s.type, s.activity_id, s.id, s.event_name, s.execution_id
        from event_subscription s
        join process_instance i on i.id = s.process_instance_id
       where i.root_id = ?
         and s.type in ('MESSAGE', 'SIGNAL')
      union all
      select 'JOB', j.activity_id, j.id, coalesce(a.flow_id, ''), j.execution_id
        from job j
        left join activity_instance a
          on a.id = j.execution_id
         and a.waits = 'TAKING'
        join process_instance i on i.id = j.process_instance_id
       where i.root_id = ?
      """;
  private static final String EXECUTIONS =
      """
      select e.id, e.parent_id, v.long_value
        from (select a.id, coalesce(a.parent_id, a.process_instance_id) as parent_id, a.process_instance_id
                from activity_instance a
              union all
              select i.id, i.super_activity_id, i.id
                from process_instance i) e
        join process_instance i on i.id = e.process_instance_id
        left join variable v
          on v.scope_id = e.id
         and v.name = 'loopCounter'
       where i.root_id = ?
      """;
  private static final String ACTIVITIES =
      """
      select a.activity_id, a.canceled, a.id, a.ended_at
        from activity_instance a
        join process_instance i on i.id = a.process_instance_id
       where i.root_id = ?
      """;

  private static final int MANY = 1000;

  private final BothEngines engines;
  private final TestEngine engine;
  private final String rootId;
  private Set<String> endedBefore = Set.of();

  DrivenOutwork(BothEngines engines, String rootId) {
    this.engines = engines;
    this.engine = engines.outwork();
    this.rootId = rootId;
  }

  String rootId() {
    return rootId;
  }

  private List<List<String>> rows(String sql, Object... parameters) {
    return engines.here(sql, parameters);
  }

  @Override
  public List<Waiting> waits() {
    Map<String, List<String>> executions = new HashMap<>();
    rows(EXECUTIONS, rootId).forEach(row -> executions.put(row.get(0), row));
    return Waiting.inOrder(
        rows(WAITS, rootId, rootId, rootId, rootId).stream()
            .map(
                row ->
                    new Waiting(
                        Kind.valueOf(row.get(0)),
                        row.get(1),
                        Waiting.counters(row.get(0), executions, row.get(4)),
                        row.get(2),
                        row.get(3),
                        row.get(4)))
            .toList());
  }

  @Override
  public void perform(Waiting waiting, Map<String, Object> values) {
    Map<String, TypedValue> variables = new LinkedHashMap<>();
    values.forEach((name, value) -> variables.put(name, TypedValue.untyped(value)));
    switch (waiting.kind()) {
      case EXTERNAL_TASK -> {
        fetch();
        engine.externalTasks().complete(waiting.id(), WORKER, variables, Map.of());
      }
      case USER_TASK -> engine.tasks().complete(waiting.id(), variables);
      case MESSAGE ->
          engine.events().messageEventReceived(waiting.name(), waiting.executionId(), variables);
      case SIGNAL ->
          engine.events().signalEventReceived(waiting.name(), waiting.executionId(), variables);
      case JOB -> engine.management().executeJob(waiting.id());
    }
  }

  @Override
  public void raise(Waiting waiting, String errorCode) {
    fetch();
    engine.externalTasks().handleBpmnError(waiting.id(), WORKER, errorCode, "no good", Map.of());
  }

  private void fetch() {
    engine.worker(WORKER).fetches(MANY, TOPIC);
  }

  @Override
  public String state() {
    return engine.history().processInstance(rootId).orElseThrow().state();
  }

  @Override
  public Map<String, String> variables() {
    return engine
        .history()
        .variableInstances(
            ListQuery.<HistoricVariableInstanceFilter, HistoricVariableInstanceSort>all()
                .with(HistoricVariableInstanceFilter.ACTIVITY_INSTANCE_ID_IN, List.of(rootId)))
        .stream()
        .collect(
            Collectors.toMap(
                HistoricVariableInstance::name, v -> String.valueOf(v.value().value())));
  }

  /** From now on, {@link #activities} leaves out what has ended. */
  void remember() {
    endedBefore =
        rows(ACTIVITIES, rootId).stream()
            .filter(row -> row.get(3) != null)
            .map(row -> row.get(2))
            .collect(Collectors.toSet());
  }

  @Override
  public List<String> activities() {
    return rows(ACTIVITIES, rootId).stream()
        .filter(row -> !endedBefore.contains(row.get(2)))
        .map(
            row ->
                row.get(0)
                    + (row.get(1).startsWith("t") || row.get(1).equals("TRUE") ? " canceled" : ""))
        .sorted()
        .toList();
  }
}
