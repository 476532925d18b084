package dev.outwork.mover.moving;

import dev.outwork.mover.moving.Waiting.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.variable.value.ObjectValue;

/** At Camunda, the copy that stays. */
final class DrivenCamunda implements Driven {
  private static final String WAITS =
      """
      select 'EXTERNAL_TASK', t.ACT_ID_, t.ID_, '', t.EXECUTION_ID_
        from ACT_RU_EXT_TASK t
        join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_
       where e.ROOT_PROC_INST_ID_ = ?
      union all
      select 'USER_TASK', t.TASK_DEF_KEY_, t.ID_, '', t.EXECUTION_ID_
        from ACT_RU_TASK t
        join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_
       where e.ROOT_PROC_INST_ID_ = ?
      union all
      select upper(s.EVENT_TYPE_), s.ACTIVITY_ID_, s.ID_, s.EVENT_NAME_, s.EXECUTION_ID_
        from ACT_RU_EVENT_SUBSCR s
        join ACT_RU_EXECUTION e on e.ID_ = s.PROC_INST_ID_
       where e.ROOT_PROC_INST_ID_ = ?
         and s.EVENT_TYPE_ in ('message', 'signal')
      union all
      select 'JOB', d.ACT_ID_, j.ID_,
             case when j.HANDLER_CFG_ like 'transition-notify-listener-take$%'
                  then substring(j.HANDLER_CFG_ from 33)
                  else '' end,
             j.EXECUTION_ID_
        from ACT_RU_JOB j
        join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_
        join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_
       where e.ROOT_PROC_INST_ID_ = ?
      """;
  private static final String EXECUTIONS =
      """
      select e.ID_, coalesce(e.PARENT_ID_, e.SUPER_EXEC_), v.LONG_
        from ACT_RU_EXECUTION e
        left join ACT_RU_VARIABLE v
          on v.EXECUTION_ID_ = e.ID_
         and v.NAME_ = 'loopCounter'
        join ACT_RU_EXECUTION i on i.ID_ = e.PROC_INST_ID_
       where i.ROOT_PROC_INST_ID_ = ?
      """;
  private static final String ACTIVITIES =
      """
      select a.ID_, a.ACT_ID_, a.ACT_INST_STATE_, a.END_TIME_
        from ACT_HI_ACTINST a
       where a.ROOT_PROC_INST_ID_ = ?
      """;

  /** History has some of them at the process instance. */
  private static final Pattern OF_REPETITION = Pattern.compile("nrOf.*|loopCounter|index_.*");

  private final BothEngines engines;
  private final String rootId;
  private Set<String> endedBefore = Set.of();

  DrivenCamunda(BothEngines engines, String rootId) {
    this.engines = engines;
    this.rootId = rootId;
  }

  static DrivenCamunda start(BothEngines engines, String key, Map<String, Object> variables) {
    try {
      return new DrivenCamunda(
          engines,
          engines.camunda().getRuntimeService().startProcessInstanceByKey(key, variables).getId());
    } catch (ProcessEngineException failure) {
      throw new CamundaFailsException(failure);
    }
  }

  String rootId() {
    return rootId;
  }

  private ProcessEngine camunda() {
    return engines.camunda();
  }

  private List<List<String>> rows(String sql, Object... parameters) {
    return engines.there(sql, parameters);
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

  /** Camunda cannot do what its own process asks for. */
  static final class CamundaFailsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CamundaFailsException(ProcessEngineException failure) {
      super(failure.getMessage(), failure);
    }
  }

  @Override
  public void perform(Waiting waiting, Map<String, Object> variables) {
    try {
      performThere(waiting, variables);
    } catch (ProcessEngineException failure) {
      throw new CamundaFailsException(failure);
    }
  }

  private void performThere(Waiting waiting, Map<String, Object> variables) {
    switch (waiting.kind()) {
      case EXTERNAL_TASK -> {
        lock(waiting);
        camunda().getExternalTaskService().complete(waiting.id(), WORKER, variables);
      }
      case USER_TASK -> camunda().getTaskService().complete(waiting.id(), variables);
      case MESSAGE ->
          camunda()
              .getRuntimeService()
              .messageEventReceived(waiting.name(), waiting.executionId(), variables);
      case SIGNAL ->
          camunda()
              .getRuntimeService()
              .signalEventReceived(waiting.name(), waiting.executionId(), variables);
      case JOB -> camunda().getManagementService().executeJob(waiting.id());
    }
  }

  @Override
  public void raise(Waiting waiting, String errorCode) {
    lock(waiting);
    try {
      camunda()
          .getExternalTaskService()
          .handleBpmnError(waiting.id(), WORKER, errorCode, "no good");
    } catch (ProcessEngineException failure) {
      throw new CamundaFailsException(failure);
    }
  }

  private void lock(Waiting waiting) {
    camunda().getExternalTaskService().lock(waiting.id(), WORKER, LOCK.toMillis());
  }

  @Override
  public String state() {
    return camunda()
        .getHistoryService()
        .createHistoricProcessInstanceQuery()
        .processInstanceId(rootId)
        .singleResult()
        .getState();
  }

  @Override
  public Map<String, String> variables() {
    return camunda()
        .getHistoryService()
        .createHistoricVariableInstanceQuery()
        .activityInstanceIdIn(rootId)
        .list()
        .stream()
        .filter(variable -> !OF_REPETITION.matcher(variable.getName()).matches())
        .collect(
            Collectors.toMap(
                HistoricVariableInstance::getName, DrivenCamunda::text, (one, other) -> one));
  }

  private static String text(HistoricVariableInstance variable) {
    return variable.getTypedValue() instanceof ObjectValue object
        ? object.getValueSerialized()
        : String.valueOf(variable.getValue());
  }

  /** From now on, {@link #activities} leaves out what has ended. */
  void remember() {
    endedBefore =
        rows(ACTIVITIES, rootId).stream()
            .filter(row -> row.get(3) != null)
            .map(row -> row.get(0))
            .collect(Collectors.toSet());
  }

  @Override
  public List<String> activities() {
    List<String> activities = new ArrayList<>();
    for (List<String> row : rows(ACTIVITIES, rootId)) {
      if (!endedBefore.contains(row.get(0))) {
        activities.add(row.get(1) + ("2".equals(row.get(2)) ? " canceled" : ""));
      }
    }
    return activities.stream().sorted().toList();
  }
}
