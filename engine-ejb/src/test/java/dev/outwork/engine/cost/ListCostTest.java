package dev.outwork.engine.cost;

import dev.outwork.api.Filter;
import dev.outwork.api.ListQuery;
import dev.outwork.api.Page;
import dev.outwork.api.SortKey;
import dev.outwork.api.event.EventService;
import dev.outwork.api.event.EventSubscriptionFilter;
import dev.outwork.api.event.EventSubscriptionSort;
import dev.outwork.api.externaltask.ExternalTaskFilter;
import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.ExternalTaskSort;
import dev.outwork.api.externaltask.TopicNames;
import dev.outwork.api.history.ExternalTaskLogFilter;
import dev.outwork.api.history.ExternalTaskLogSort;
import dev.outwork.api.history.HistoricActivityInstanceFilter;
import dev.outwork.api.history.HistoricActivityInstanceSort;
import dev.outwork.api.history.HistoricIncidentFilter;
import dev.outwork.api.history.HistoricIncidentSort;
import dev.outwork.api.history.HistoricProcessInstanceFilter;
import dev.outwork.api.history.HistoricProcessInstanceSort;
import dev.outwork.api.history.HistoricVariableInstanceFilter;
import dev.outwork.api.history.HistoricVariableInstanceSort;
import dev.outwork.api.history.HistoryService;
import dev.outwork.api.incident.IncidentFilter;
import dev.outwork.api.incident.IncidentService;
import dev.outwork.api.incident.IncidentSort;
import dev.outwork.api.instance.ExecutionFilter;
import dev.outwork.api.instance.ExecutionSort;
import dev.outwork.api.instance.ProcessInstanceFilter;
import dev.outwork.api.instance.ProcessInstanceSort;
import dev.outwork.api.instance.RuntimeService;
import dev.outwork.api.job.JobFilter;
import dev.outwork.api.job.JobSort;
import dev.outwork.api.job.ManagementService;
import dev.outwork.api.job.StatisticsRequest;
import dev.outwork.api.job.StatisticsRequest.Incidents;
import dev.outwork.api.metrics.MetricsQuery;
import dev.outwork.api.metrics.MetricsService;
import dev.outwork.api.task.TaskFilter;
import dev.outwork.api.task.TaskService;
import dev.outwork.api.task.TaskSort;
import dev.outwork.api.variable.VariableCondition;
import dev.outwork.api.variable.VariableCondition.Operator;
import dev.outwork.api.variable.VariableInstanceFilter;
import dev.outwork.api.variable.VariableInstanceSort;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.operaton.bpm.model.bpmn.Bpmn;

/**
 * How many rows lists and statistics read of 100,000 instances, of which 1,000 run. What they are
 * looked up by is in {@link ManyRows}.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ListCostTest {
  /** Indexed look-ups: a group of a hundred, and for each element of a page its details. */
  private static final long LOOKED_UP = 500;

  /** Running elements, with the look-ups for each. */
  private static final long RUNNING = 6 * ManyRows.RUNNING;

  /** The last instance, which runs. */
  private static final String LAST = String.valueOf(ManyRows.LAST);

  // Where JUnit puts the argument of the class.
  @Parameter private TestDatabase database;

  private static TestEngine engine;
  private static Cost cost;
  private static String common;
  private static String rare;

  private static RuntimeService runtime;
  private static ExternalTaskService externalTasks;
  private static TaskService tasks;
  private static ManagementService management;
  private static EventService events;
  private static IncidentService incidents;
  private static HistoryService history;
  private static MetricsService metrics;

  @BeforeParameterizedClassInvocation
  static void fill(TestDatabase database) throws Exception {
    engine = TestEngine.on(database);
    common = deploy("common");
    rare = deploy("rare");
    ManyRows.fill(engine.database(), database, common, rare);
    cost = new Cost(engine, database);
    runtime = cost.of(RuntimeService.class);
    externalTasks = cost.of(ExternalTaskService.class);
    tasks = cost.of(TaskService.class);
    management = cost.of(ManagementService.class);
    events = cost.of(EventService.class);
    incidents = cost.of(IncidentService.class);
    history = cost.of(HistoryService.class);
    metrics = cost.of(MetricsService.class);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    cost.close();
    engine.close();
  }

  private static String deploy(String key) {
    return engine
        .deploy(
            Bpmn.createExecutableProcess(key)
                .startEvent("start")
                .serviceTask("work")
                .operatonExternalTask(key)
                .endEvent()
                .done())
        .id();
  }

  @Test
  void running_elements_are_looked_up_by_index() throws Exception {
    cost.<ProcessInstanceFilter, ProcessInstanceSort>assertReads(
        LOOKED_UP,
        runtime::processInstances,
        runtime::countProcessInstances,
        Map.of(
            ProcessInstanceFilter.PROCESS_INSTANCE_IDS,
            List.of("i" + LAST, "i150000"),
            ProcessInstanceFilter.BUSINESS_KEY,
            "b" + LAST));
    cost.<ExecutionFilter, ExecutionSort>assertReads(
        LOOKED_UP,
        runtime::executions,
        runtime::countExecutions,
        Map.of(
            ExecutionFilter.PROCESS_INSTANCE_ID, "i" + LAST,
            ExecutionFilter.BUSINESS_KEY, "b" + LAST));
    cost.<VariableInstanceFilter, VariableInstanceSort>assertReads(
        LOOKED_UP,
        runtime::variableInstances,
        runtime::countVariableInstances,
        Map.of(
            VariableInstanceFilter.PROCESS_INSTANCE_ID_IN, List.of("i" + LAST, "i150000"),
            VariableInstanceFilter.VARIABLE_SCOPE_ID_IN, List.of("i" + LAST, "t" + LAST),
            VariableInstanceFilter.EXECUTION_ID_IN, List.of("i" + LAST, "a" + LAST),
            VariableInstanceFilter.ACTIVITY_INSTANCE_ID_IN, List.of("work:a" + LAST),
            VariableInstanceFilter.TASK_ID_IN, List.of("t" + LAST, "t150000")));
    cost.<IncidentFilter, IncidentSort>assertReads(
        LOOKED_UP,
        incidents::incidents,
        incidents::countIncidents,
        Map.of(
            IncidentFilter.PROCESS_INSTANCE_ID, "i" + LAST,
            IncidentFilter.EXECUTION_ID, "a" + LAST,
            IncidentFilter.CONFIGURATION, "x" + LAST,
            IncidentFilter.PROCESS_DEFINITION_ID, rare));
    cost.<EventSubscriptionFilter, EventSubscriptionSort>assertReads(
        LOOKED_UP,
        events::eventSubscriptions,
        events::countEventSubscriptions,
        Map.of(
            EventSubscriptionFilter.PROCESS_INSTANCE_ID, "i" + LAST,
            EventSubscriptionFilter.EXECUTION_ID, "a" + LAST,
            EventSubscriptionFilter.EVENT_NAME, "message7"));
  }

  @Test
  void work_is_looked_up_by_what_it_belongs_to() throws Exception {
    cost.<ExternalTaskFilter, ExternalTaskSort>assertReads(
        LOOKED_UP,
        externalTasks::externalTasks,
        externalTasks::countExternalTasks,
        Map.of(
            ExternalTaskFilter.EXTERNAL_TASK_ID, "x" + LAST,
            ExternalTaskFilter.PROCESS_INSTANCE_ID, "i" + LAST,
            ExternalTaskFilter.EXECUTION_ID, "a" + LAST));
    cost.<TaskFilter, TaskSort>assertReads(
        LOOKED_UP,
        tasks::tasks,
        tasks::countTasks,
        Map.of(
            TaskFilter.PROCESS_INSTANCE_ID,
            "i" + LAST,
            TaskFilter.EXECUTION_ID,
            "a" + LAST,
            TaskFilter.ASSIGNEE,
            "user7",
            TaskFilter.CANDIDATE_USER,
            "nobody"));
    cost.<JobFilter, JobSort>assertReads(
        LOOKED_UP,
        management::jobs,
        management::countJobs,
        Map.of(
            JobFilter.PROCESS_INSTANCE_ID, "i" + LAST,
            JobFilter.EXECUTION_ID, "a" + LAST));
  }

  @Test
  void history_is_looked_up_by_what_it_belongs_to() throws Exception {
    cost.<HistoricProcessInstanceFilter, HistoricProcessInstanceSort>assertReads(
        LOOKED_UP,
        history::processInstances,
        history::countProcessInstances,
        Map.of(
            HistoricProcessInstanceFilter.PROCESS_INSTANCE_ID, "i" + LAST,
            HistoricProcessInstanceFilter.PROCESS_INSTANCE_BUSINESS_KEY, "b" + LAST,
            HistoricProcessInstanceFilter.PROCESS_DEFINITION_ID, rare,
            HistoricProcessInstanceFilter.PROCESS_DEFINITION_KEY, "rare",
            HistoricProcessInstanceFilter.SUPER_PROCESS_INSTANCE_ID, "i" + LAST,
            HistoricProcessInstanceFilter.ROOT_PROCESS_INSTANCE_ID, "i" + LAST));
    cost.<HistoricActivityInstanceFilter, HistoricActivityInstanceSort>assertReads(
        LOOKED_UP,
        history::activityInstances,
        history::countActivityInstances,
        Map.of(
            HistoricActivityInstanceFilter.PROCESS_INSTANCE_ID, "i" + LAST,
            HistoricActivityInstanceFilter.EXECUTION_ID, "a" + LAST,
            HistoricActivityInstanceFilter.ACTIVITY_INSTANCE_ID, "work:a" + LAST,
            HistoricActivityInstanceFilter.PROCESS_DEFINITION_ID, rare));
    cost.<HistoricVariableInstanceFilter, HistoricVariableInstanceSort>assertReads(
        LOOKED_UP,
        history::variableInstances,
        history::countVariableInstances,
        Map.of(
            HistoricVariableInstanceFilter.PROCESS_INSTANCE_ID,
            "i" + LAST,
            HistoricVariableInstanceFilter.EXECUTION_ID_IN,
            List.of("i" + LAST, "a" + LAST),
            HistoricVariableInstanceFilter.TASK_ID_IN,
            List.of("t" + LAST),
            HistoricVariableInstanceFilter.PROCESS_DEFINITION_ID,
            rare));
    cost.<HistoricIncidentFilter, HistoricIncidentSort>assertReads(
        LOOKED_UP,
        history::incidents,
        history::countIncidents,
        Map.of(
            HistoricIncidentFilter.PROCESS_INSTANCE_ID, "i" + LAST,
            HistoricIncidentFilter.EXECUTION_ID, "a" + LAST,
            HistoricIncidentFilter.PROCESS_DEFINITION_ID, rare));
    cost.<ExternalTaskLogFilter, ExternalTaskLogSort>assertReads(
        LOOKED_UP,
        history::externalTaskLogs,
        history::countExternalTaskLogs,
        Map.of(
            ExternalTaskLogFilter.PROCESS_INSTANCE_ID,
            "i" + LAST,
            ExternalTaskLogFilter.EXTERNAL_TASK_ID,
            "x" + LAST,
            ExternalTaskLogFilter.EXECUTION_ID_IN,
            List.of("a" + LAST),
            ExternalTaskLogFilter.ACTIVITY_INSTANCE_ID_IN,
            List.of("work:a" + LAST)));
  }

  @Test
  void a_first_page_reads_little_more_than_it_shows() throws Exception {
    cost.assertReads(LOOKED_UP, "tasks", () -> externalTasks.externalTasks(tenOfAll()));
    cost.assertReads(LOOKED_UP, "jobs", () -> management.jobs(tenOfAll()));
    cost.assertReads(LOOKED_UP, "subscriptions", () -> events.eventSubscriptions(tenOfAll()));
    cost.assertReads(LOOKED_UP, "historic instances", () -> history.processInstances(tenOfAll()));
    cost.assertReads(LOOKED_UP, "historic activities", () -> history.activityInstances(tenOfAll()));
    cost.assertReads(LOOKED_UP, "historic variables", () -> history.variableInstances(tenOfAll()));
    cost.assertReads(LOOKED_UP, "historic incidents", () -> history.incidents(tenOfAll()));
    cost.assertReads(LOOKED_UP, "the log", () -> history.externalTaskLogs(tenOfAll()));
  }

  private static <F extends Enum<F> & Filter, S extends Enum<S> & SortKey>
      ListQuery<F, S> tenOfAll() {
    return ListQuery.<F, S>all().page(0, 10);
  }

  @Test
  void lists_of_what_runs_do_not_read_what_has_ended() throws Exception {
    cost.<ProcessInstanceFilter, ProcessInstanceSort>assertReads(
        RUNNING,
        runtime::processInstances,
        runtime::countProcessInstances,
        Map.of(
            ProcessInstanceFilter.ROOT_PROCESS_INSTANCES,
            true,
            ProcessInstanceFilter.ROOT_PROCESS_INSTANCE_ID,
            "i" + LAST,
            ProcessInstanceFilter.SUPER_PROCESS_INSTANCE,
            "i" + LAST,
            ProcessInstanceFilter.ACTIVE,
            true,
            ProcessInstanceFilter.WITH_INCIDENT,
            true,
            ProcessInstanceFilter.PROCESS_DEFINITION_ID,
            rare,
            ProcessInstanceFilter.PROCESS_DEFINITION_KEY,
            "rare"));
    cost.<TaskFilter, TaskSort>assertReads(
        RUNNING,
        tasks::tasks,
        tasks::countTasks,
        Map.of(
            TaskFilter.ACTIVE, true,
            TaskFilter.UNASSIGNED, true,
            TaskFilter.PROCESS_DEFINITION_KEY, "rare"));
    cost.<IncidentFilter, IncidentSort>assertReads(
        RUNNING,
        incidents::incidents,
        incidents::countIncidents,
        Map.of(
            IncidentFilter.INCIDENT_TYPE,
            "failedJob",
            IncidentFilter.PROCESS_DEFINITION_KEY_IN,
            List.of("rare")));
    cost.<HistoricProcessInstanceFilter, HistoricProcessInstanceSort>assertReads(
        RUNNING,
        history::processInstances,
        history::countProcessInstances,
        Map.of(HistoricProcessInstanceFilter.UNFINISHED, true));
  }

  /** Rows without an index are read, but each of them once, and not once for each other row. */
  @Test
  void no_query_reads_rows_repeatedly() throws Exception {
    List<VariableCondition> condition =
        List.of(new VariableCondition("amount", Operator.EQUALS, ManyRows.LAST, false, false));
    cost.<ProcessInstanceFilter, ProcessInstanceSort>assertReads(
        2 * ManyRows.ROWS,
        runtime::processInstances,
        runtime::countProcessInstances,
        Map.of(
            ProcessInstanceFilter.VARIABLES,
            condition,
            ProcessInstanceFilter.ACTIVITY_ID_IN,
            List.of("work")));
    cost.<ExecutionFilter, ExecutionSort>assertReads(
        3 * ManyRows.ROWS,
        runtime::executions,
        runtime::countExecutions,
        Map.of(
            ExecutionFilter.ACTIVE,
            true,
            ExecutionFilter.VARIABLES,
            condition,
            ExecutionFilter.PROCESS_DEFINITION_KEY,
            "rare",
            ExecutionFilter.MESSAGE_EVENT_SUBSCRIPTION_NAME,
            "message7"));
    cost.<VariableInstanceFilter, VariableInstanceSort>assertReads(
        4 * ManyRows.ROWS,
        runtime::variableInstances,
        runtime::countVariableInstances,
        Map.of(
            VariableInstanceFilter.VARIABLE_NAME,
            "amount",
            VariableInstanceFilter.VARIABLE_VALUES,
            condition));
    cost.<ExternalTaskFilter, ExternalTaskSort>assertReads(
        2 * ManyRows.ROWS,
        externalTasks::externalTasks,
        externalTasks::countExternalTasks,
        Map.of(
            ExternalTaskFilter.TOPIC_NAME, "topic7",
            ExternalTaskFilter.PROCESS_DEFINITION_ID, rare,
            ExternalTaskFilter.PROCESS_VARIABLES, condition));
    cost.<TaskFilter, TaskSort>assertReads(
        2 * ManyRows.ROWS,
        tasks::tasks,
        tasks::countTasks,
        Map.of(TaskFilter.PROCESS_VARIABLES, condition));
    cost.<HistoricProcessInstanceFilter, HistoricProcessInstanceSort>assertReads(
        2 * ManyRows.ROWS,
        history::processInstances,
        history::countProcessInstances,
        Map.of(
            HistoricProcessInstanceFilter.VARIABLES,
            condition,
            HistoricProcessInstanceFilter.FINISHED,
            true));
    cost.<JobFilter, JobSort>assertReads(
        2 * ManyRows.ROWS,
        management::jobs,
        management::countJobs,
        Map.of(
            JobFilter.PROCESS_DEFINITION_ID,
            rare,
            JobFilter.PROCESS_DEFINITION_KEY,
            "rare",
            JobFilter.ACTIVITY_ID,
            "work",
            JobFilter.WITH_RETRIES_LEFT,
            true));
    cost.<ExternalTaskLogFilter, ExternalTaskLogSort>assertReads(
        2 * ManyRows.ROWS,
        history::externalTaskLogs,
        history::countExternalTaskLogs,
        Map.of(ExternalTaskLogFilter.PROCESS_DEFINITION_ID, rare));
  }

  @Test
  void statistics_and_topics_count_what_runs() throws Exception {
    StatisticsRequest everything = new StatisticsRequest(true, Incidents.ALL, null);

    cost.assertReads(
        RUNNING, "a definition", () -> management.activityStatistics(rare, everything));
    cost.assertReads(
        RUNNING,
        "all definitions",
        () -> management.processDefinitionStatistics(StatisticsRequest.INSTANCES));
    cost.assertReads(
        RUNNING,
        "failures of all definitions",
        () -> management.processDefinitionStatistics(everything));
    cost.assertReads(
        2 * ManyRows.ROWS,
        "most instances",
        () -> management.activityStatistics(common, StatisticsRequest.INSTANCES));
    cost.assertReads(
        ManyRows.ROWS + 1,
        "topics",
        () -> externalTasks.topicNames(new TopicNames(false, false, false)));
  }

  /** H2 reports a row of a nested query twice. */
  @Test
  void metrics_read_each_row_of_history_once() throws Exception {
    for (String name :
        List.of("flow-node-instances", "activity-instance-end", "process-instances")) {
      cost.assertReads(2 * ManyRows.ROWS + 2, name, () -> metrics.sum(name, null, null));
      cost.assertReads(
          3 * ManyRows.ROWS + 3,
          name + " by intervals",
          () ->
              metrics.intervals(
                  new MetricsQuery(name, null, null, Duration.ofMinutes(15), Page.ALL)));
    }
    cost.assertReads(ManyRows.ROWS + 1, "task-users", () -> metrics.sum("task-users", null, null));
  }
}
