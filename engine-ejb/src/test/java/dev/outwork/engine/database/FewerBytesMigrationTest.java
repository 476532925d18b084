package dev.outwork.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.outwork.api.ListQuery;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.ExternalTaskFilter;
import dev.outwork.api.externaltask.ExternalTaskSort;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.history.ExternalTaskLog;
import dev.outwork.api.history.ExternalTaskLog.Kind;
import dev.outwork.api.history.ExternalTaskLogFilter;
import dev.outwork.api.history.ExternalTaskLogSort;
import dev.outwork.api.history.HistoricActivityInstance;
import dev.outwork.api.history.HistoricActivityInstanceFilter;
import dev.outwork.api.history.HistoricActivityInstanceSort;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import dev.outwork.testkit.TestWorker;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Version 16 on rows that were written under version 15. */
class FewerBytesMigrationTest {
  /** start --> inner [ start --> work (external) --> end ] --> more (external) --> end */
  private static final String MODEL =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                   xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
        <process id="old" isExecutable="true" camunda:historyTimeToLive="30">
          <startEvent id="start"/>
          <sequenceFlow id="f1" sourceRef="start" targetRef="inner"/>
          <subProcess id="inner">
            <startEvent id="begin"/>
            <sequenceFlow id="f2" sourceRef="begin" targetRef="work"/>
            <serviceTask id="work" camunda:type="external" camunda:topic="work"/>
            <sequenceFlow id="f3" sourceRef="work" targetRef="done"/>
            <endEvent id="done"/>
          </subProcess>
          <sequenceFlow id="f4" sourceRef="inner" targetRef="more"/>
          <serviceTask id="more" camunda:type="external" camunda:topic="more"/>
          <sequenceFlow id="f5" sourceRef="more" targetRef="end"/>
          <endEvent id="end"/>
        </process>
      </definitions>
      """;

  // Two instances: one whose task is open, one that has ended.
  private static final List<String> ROWS =
      List.of(
          "insert into deployment (id, deployed_at) values ('d', <at>)",
          """
          insert into process_definition (id, definition_key, version, deployment_id, resource_name, suspended,
                                          startable_in_tasklist)
          values ('old:1:p', 'old', 1, 'd', 'old.bpmn', false, true)
          """,
          """
          insert into process_instance (id, process_definition_id, definition_key, business_key, state,
                                        start_activity_id, started_at, ended_at, root_id)
          values ('i1', 'old:1:p', 'old', 'b1', 'ACTIVE', 'start', <at>, null, 'i1'),
                 ('i2', 'old:1:p', 'old', null, 'COMPLETED', 'start', <at>, <at>, 'i2')
          """,
          """
          insert into activity_instance (id, process_instance_id, parent_id, activity_id, activity_type, started_at,
                                         ended_at, canceled)
          values ('a0', 'i1', 'i1', 'start', 'startEvent', <at>, <at>, false),
                 ('a1', 'i1', 'i1', 'inner', 'subProcess', <at>, null, false),
                 ('a2', 'i1', 'a1', 'work', 'serviceTask', <at>, null, false),
                 ('a3', 'i2', 'i2', 'more', 'serviceTask', <at>, <at>, false)
          """,
          """
          insert into variable (id, process_instance_id, scope_id, name, type, text_value, created_at)
          values ('v1', 'i1', 'a1', 'inside', 'String', 'near', <at>),
                 ('v2', 'i1', 'i1', 'outside', 'String', 'far', <at>)
          """,
          """
          insert into external_task (id, topic_name, state, priority, created_at, process_instance_id,
                                     activity_instance_id, activity_id, scope_ids, process_definition_id, definition_key)
          values ('x1', 'work', 'OPEN', 0, <at>, 'i1', 'a2', 'work', 'a2 a1 i1', 'old:1:p', 'old')
          """,
          """
          insert into external_task_log (id, logged_at, kind, external_task_id, topic_name, priority, activity_id,
                                         activity_instance_id, process_instance_id, process_definition_id, definition_key)
          values ('l1', <at>, 'CREATED', 'x1', 'work', 0, 'work', 'a2', 'i1', 'old:1:p', 'old'),
                 ('l2', <at>, 'CREATED', 'x2', 'more', 0, 'more', 'a3', 'i2', 'old:1:p', 'old'),
                 ('l3', <at>, 'SUCCESSFUL', 'x2', 'more', 0, 'more', 'a3', 'i2', 'old:1:p', 'old')
          """);

  @ParameterizedTest
  @EnumSource
  void an_open_task_is_found_by_its_instance_and_goes_on_with_its_variables(TestDatabase database) {
    try (TestEngine engine = upgraded(database)) {
      assertThat(tasks(engine, ExternalTaskFilter.PROCESS_INSTANCE_ID, "i1")).containsExactly("x1");
      assertThat(tasks(engine, ExternalTaskFilter.EXECUTION_ID, "a2")).containsExactly("x1");

      TestWorker alice = engine.worker("alice");
      LockedExternalTask work = alice.fetchesOne("work");
      alice.completes(work);
      LockedExternalTask more = alice.fetchesOne("more");

      assertThat(work.variables()).containsOnlyKeys("inside", "outside");
      assertThat(more.variables()).containsOnlyKeys("outside");
      assertThat(parents(engine, "i1"))
          .containsEntry("work", "inner:a1")
          .containsEntry("inner", "i1")
          .containsEntry("more", "i1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_open_task_goes_with_its_instance(TestDatabase database) {
    try (TestEngine engine = upgraded(database)) {
      engine.runtime().deleteProcessInstance("i1", null);

      assertThat(tasks(engine, ExternalTaskFilter.EXTERNAL_TASK_ID, "x1")).isEmpty();
      assertThat(log(engine, "x1"))
          .extracting(ExternalTaskLog::kind)
          .containsExactlyInAnyOrder(Kind.CREATED, Kind.DELETED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_log_of_a_task_that_was_gone_tells_the_same(TestDatabase database) {
    try (TestEngine engine = upgraded(database)) {
      assertThat(log(engine, "x2"))
          .extracting(
              ExternalTaskLog::id,
              ExternalTaskLog::kind,
              ExternalTaskLog::processDefinitionId,
              ExternalTaskLog::processDefinitionKey)
          .containsExactly(
              tuple("l2", Kind.CREATED, "old:1:p", "old"),
              tuple("l3", Kind.SUCCESSFUL, "old:1:p", "old"));
      assertThat(log(engine, "x3")).isEmpty();
    }
  }

  private static List<String> tasks(TestEngine engine, ExternalTaskFilter filter, String value) {
    return engine
        .externalTasks()
        .externalTasks(ListQuery.<ExternalTaskFilter, ExternalTaskSort>all().with(filter, value))
        .stream()
        .map(ExternalTask::id)
        .toList();
  }

  private static List<ExternalTaskLog> log(TestEngine engine, String taskId) {
    return engine
        .history()
        .externalTaskLogs(
            ListQuery.<ExternalTaskLogFilter, ExternalTaskLogSort>all()
                .with(ExternalTaskLogFilter.EXTERNAL_TASK_ID, taskId));
  }

  /** By the id of its node, in which activity instance an activity of an instance is. */
  private static Map<String, String> parents(TestEngine engine, String processInstanceId) {
    return engine
        .history()
        .activityInstances(
            ListQuery.<HistoricActivityInstanceFilter, HistoricActivityInstanceSort>all()
                .with(HistoricActivityInstanceFilter.PROCESS_INSTANCE_ID, processInstanceId))
        .stream()
        .collect(
            Collectors.toMap(
                HistoricActivityInstance::activityId,
                HistoricActivityInstance::parentActivityInstanceId));
  }

  private static TestEngine upgraded(TestDatabase database) {
    TestEngine engine = TestEngine.on(database);
    Rows.change(
        engine.database(),
        database == TestDatabase.H2
            ? "drop all objects"
            : "drop schema public cascade; create schema public");
    Flyway.configure()
        .dataSource(engine.database())
        .locations("classpath:db/migration/" + database.name().toLowerCase(Locale.ROOT))
        .table("outwork_schema_history")
        .target("15")
        .load()
        .migrate();
    ROWS.forEach(
        row ->
            Rows.change(
                engine.database(),
                row.replace("<at>", "timestamp with time zone '2026-03-01 00:00:00+00'")));
    Rows.change(
        engine.database(),
        "insert into deployment_resource (id, deployment_id, name, content) values ('r', 'd', 'old.bpmn', ?)",
        (Object) MODEL.getBytes(StandardCharsets.UTF_8));
    Schema.bringUpToDate(engine.database());
    return engine;
  }
}
