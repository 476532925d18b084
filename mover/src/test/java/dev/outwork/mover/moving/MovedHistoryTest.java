package dev.outwork.mover.moving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.mover.moving.HistoryChoice.Kind;
import dev.outwork.mover.source.Slice;
import dev.outwork.mover.verifying.RowDifference;
import dev.outwork.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What has ended comes over if that is wanted, and the history of both engines tells the same. */
class MovedHistoryTest {
  private static final HistoryChoice RUNNING = new HistoryChoice(Kind.RUNNING, null);
  private static final HistoryChoice ALL = new HistoryChoice(Kind.ALL, null);

  /**
   * start --> a (external, local variables) --> sub [ b (user) --> c (external) ] --> call (calls
   * the sequence a, b, c) --> d (external) --> end
   */
  private static final String PROCESS =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="moved">
        <process id="past" isExecutable="true">
          <startEvent id="s"/>
          <sequenceFlow id="s_a" sourceRef="s" targetRef="a"/>
          <serviceTask id="a" camunda:type="external" camunda:topic="work">
            <extensionElements><camunda:inputOutput>
              <camunda:inputParameter name="inner">${name}</camunda:inputParameter>
            </camunda:inputOutput></extensionElements>
          </serviceTask>
          <sequenceFlow id="a_sub" sourceRef="a" targetRef="sub"/>
          <subProcess id="sub">
            <startEvent id="s1"/>
            <sequenceFlow id="s1_b" sourceRef="s1" targetRef="b"/>
            <userTask id="b" name="Look" camunda:assignee="ann" camunda:candidateGroups="staff"/>
            <sequenceFlow id="b_c" sourceRef="b" targetRef="c"/>
            <serviceTask id="c" camunda:type="external" camunda:topic="work"/>
            <sequenceFlow id="c_e1" sourceRef="c" targetRef="e1"/>
            <endEvent id="e1"/>
          </subProcess>
          <sequenceFlow id="sub_call" sourceRef="sub" targetRef="call"/>
          <callActivity id="call" calledElement="sequence"/>
          <sequenceFlow id="call_d" sourceRef="call" targetRef="d"/>
          <serviceTask id="d" camunda:type="external" camunda:topic="work"/>
          <sequenceFlow id="d_e" sourceRef="d" targetRef="e"/>
          <endEvent id="e"/>
        </process>
      </definitions>
      """;

  /** start --> fork --> a, twice (external, asyncAfter) --> b (external) --> end */
  private static final String TWICE =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="moved">
        <process id="twice" isExecutable="true">
          <startEvent id="s"/>
          <sequenceFlow id="s_f" sourceRef="s" targetRef="f"/>
          <parallelGateway id="f"/>
          <sequenceFlow id="f_a1" sourceRef="f" targetRef="a"/>
          <sequenceFlow id="f_a2" sourceRef="f" targetRef="a"/>
          <serviceTask id="a" camunda:type="external" camunda:topic="work" camunda:asyncAfter="true"/>
          <sequenceFlow id="a_b" sourceRef="a" targetRef="b"/>
          <serviceTask id="b" camunda:type="external" camunda:topic="work"/>
          <sequenceFlow id="b_e" sourceRef="b" targetRef="e"/>
          <endEvent id="e"/>
        </process>
      </definitions>
      """;

  private BothEngines engines;

  @AfterEach
  void stop() {
    engines.close();
  }

  private void start(TestDatabase database) {
    engines = BothEngines.on(database);
    engines
        .camunda()
        .getRepositoryService()
        .createDeployment()
        .addString("past.bpmn", PROCESS)
        .addString("sequence.bpmn", ElementModels.all().get("sequence"))
        .deploy();
  }

  private String started() {
    return engines
        .camunda()
        .getRuntimeService()
        .startProcessInstanceByKey("past", "A-1", Map.of("name", "Ann", "count", 1))
        .getId();
  }

  /** Every open task is done, so many times. */
  private void work(int times) {
    for (int i = 0; i < times; i++) {
      ExternalTaskService tasks = engines.camunda().getExternalTaskService();
      tasks
          .fetchAndLock(100, "alice")
          .topic(Driven.TOPIC, 600_000)
          .execute()
          .forEach(task -> tasks.complete(task.getId(), "alice", Map.of("count", 2)));
      for (Task task : engines.camunda().getTaskService().createTaskQuery().list()) {
        engines.camunda().getTaskService().setVariableLocal(task.getId(), "seen", true);
        engines.camunda().getTaskService().complete(task.getId());
      }
    }
  }

  private void failOnce() {
    ExternalTaskService tasks = engines.camunda().getExternalTaskService();
    tasks
        .fetchAndLock(100, "bob")
        .topic(Driven.TOPIC, 600_000)
        .execute()
        .forEach(
            task -> {
              tasks.handleFailure(task.getId(), "bob", "no paper", "at Printer.print", 0, 0);
              tasks.setRetries(task.getId(), 1);
            });
  }

  private List<String> called(String rootId) {
    return engines
        .camunda()
        .getHistoryService()
        .createHistoricProcessInstanceQuery()
        .superProcessInstanceId(rootId)
        .list()
        .stream()
        .map(each -> each.getId())
        .toList();
  }

  private List<String> move(HistoryChoice history) {
    List<String> staying = new ArrayList<>();
    engines.move(
        Slice.ALL,
        history,
        new MoveListener() {
          @Override
          public void stays(String rootId, String reason) {
            staying.add(reason);
          }

          @Override
          public void endedStay(long roots, String reason) {
            staying.add(reason);
          }
        });
    return staying;
  }

  private List<String> differences(HistoryChoice history) {
    List<String> differences = new ArrayList<>();
    new Verify(
            engines.settings(history),
            new MoveListener() {
              @Override
              public void differs(RowDifference difference) {
                differences.add(difference.text());
              }
            })
        .verify(Slice.ALL);
    return differences;
  }

  private void undo(HistoryChoice history) {
    BothEngines.Told told = new BothEngines.Told();
    new Undo(engines.settings(history), told).undo(Slice.ALL);
    assertThat(told.staying()).isEmpty();
  }

  private void assertNothingHere() {
    for (String table :
        List.of(
            "process_instance",
            "activity_instance",
            "variable",
            "external_task",
            "external_task_log",
            "user_task",
            "incident",
            "moved_instance")) {
      assertThat(engines.here("select 1 from " + table)).as(table).isEmpty();
    }
  }

  // An instance that is moved stands suspended there.
  private static String asActive(String instance) {
    return instance.replace("SUSPENDED", "ACTIVE");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_has_ended_in_a_running_instance_comes_over(TestDatabase database) {
    start(database);
    String id = started();
    failOnce();
    work(4);
    String called = called(id).get(0);
    Past there = Past.atCamunda(engines, id);
    Past calledThere = Past.atCamunda(engines, called);
    assertThat(there.log()).hasSizeGreaterThan(5);
    assertThat(there.incidents()).hasSize(1);
    assertThat(calledThere.instance()).contains("COMPLETED");

    assertThat(move(RUNNING)).isEmpty();

    Past here = Past.atOutwork(engines, id);
    assertThat(asActive(here.instance())).isEqualTo(asActive(there.instance()));
    assertThat(here.activities()).isEqualTo(there.activities());
    assertThat(here.tasks()).isEqualTo(there.tasks()).isNotEmpty();
    assertThat(here.variables()).isEqualTo(there.variables());
    assertThat(here.log()).isEqualTo(there.log());
    assertThat(here.incidents()).isEqualTo(there.incidents());
    assertThat(Past.atOutwork(engines, called)).isEqualTo(calledThere);
    assertThat(differences(RUNNING)).isEmpty();
    undo(RUNNING);
    assertNothingHere();
    assertThat(move(RUNNING)).isEmpty();
    engines.outwork().worker("alice").does(Driven.TOPIC);
    assertThat(engines.outwork().history().processInstance(id).orElseThrow().state())
        .isEqualTo("COMPLETED");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void instances_that_have_ended_come_over(TestDatabase database) {
    start(database);
    String completed = started();
    work(7);
    String deleted = started();
    work(1);
    engines.camunda().getRuntimeService().deleteProcessInstance(deleted, "a mistake");
    String running = started();
    work(1);

    assertThat(move(ALL)).isEmpty();

    for (String id : List.of(completed, deleted, called(completed).get(0))) {
      assertThat(Past.atOutwork(engines, id)).isEqualTo(Past.atCamunda(engines, id));
    }
    assertThat(Past.atOutwork(engines, completed).instance()).contains("COMPLETED");
    assertThat(Past.atOutwork(engines, deleted).instance()).contains("TERMINATED", "a mistake");
    assertThat(engines.outwork().runtime().processInstance(running)).isPresent();
    assertThat(differences(ALL)).isEmpty();
    assertThat(move(ALL)).isEmpty();
    undo(ALL);
    assertNothingHere();
    assertThat(engines.camunda().getRuntimeService().createProcessInstanceQuery().active().list())
        .extracting(ProcessInstance::getId)
        .containsExactly(running);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void only_what_has_ended_since_a_time_comes_over(TestDatabase database) {
    start(database);
    String ended = started();
    work(7);
    Date end =
        engines
            .camunda()
            .getHistoryService()
            .createHistoricProcessInstanceQuery()
            .processInstanceId(ended)
            .singleResult()
            .getEndTime();

    assertThat(move(new HistoryChoice(Kind.ALL, end.toInstant().plusMillis(1)))).isEmpty();
    assertThat(engines.outwork().history().processInstance(ended)).isEmpty();

    Instant since = end.toInstant();
    assertThat(move(new HistoryChoice(Kind.ALL, since))).isEmpty();
    assertThat(engines.outwork().history().processInstance(ended)).isPresent();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void only_those_that_are_asked_for_go_back(TestDatabase database) {
    start(database);
    String ended = started();
    work(7);
    String running = started();
    assertThat(move(ALL)).isEmpty();

    undo(new HistoryChoice(Kind.ALL, Instant.now().plusSeconds(60)));
    assertThat(engines.outwork().history().processInstance(running)).isEmpty();
    assertThat(engines.outwork().history().processInstance(ended)).isPresent();

    assertThat(move(RUNNING)).isEmpty();
    undo(RUNNING);
    assertThat(engines.outwork().history().processInstance(ended)).isPresent();
    undo(ALL);
    assertNothingHere();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void the_activity_that_waits_for_its_async_after_is_not_the_latest_one(TestDatabase database) {
    start(database);
    engines
        .camunda()
        .getRepositoryService()
        .createDeployment()
        .addString("twice.bpmn", TWICE)
        .deploy();
    String id = engines.camunda().getRuntimeService().startProcessInstanceByKey("twice").getId();
    String waiting = completeOne();
    List<String> before = jobs();
    String left = completeOne();
    List<String> ofLatest = jobs();
    ofLatest.removeAll(before);
    engines.camunda().getManagementService().executeJob(ofLatest.get(0));

    assertThat(move(RUNNING)).isEmpty();

    assertThat(Past.atOutwork(engines, id).activities())
        .anyMatch(activity -> activity.startsWith(left + " "))
        .noneMatch(activity -> activity.startsWith(waiting + " "));
    assertThat(differences(RUNNING)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void the_node_whose_flows_are_about_to_be_taken_has_ended_here_too(TestDatabase database) {
    start(database);
    engines
        .camunda()
        .getRepositoryService()
        .createDeployment()
        .addString("asyncFork.bpmn", ElementModels.all().get("asyncFork"))
        .deploy();
    String id =
        engines.camunda().getRuntimeService().startProcessInstanceByKey("asyncFork").getId();
    List<String> there = Past.atCamunda(engines, id).activities();

    assertThat(move(RUNNING)).isEmpty();

    assertThat(Past.atOutwork(engines, id).activities()).hasSize(2).isEqualTo(there);
    assertThat(differences(RUNNING)).isEmpty();
    engines.outwork().runDueJobs();
    assertThat(Past.atOutwork(engines, id).activities()).hasSize(4).containsAll(there);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void one_whose_time_has_come_to_be_removed_stays(TestDatabase database) {
    start(database);
    String ended = started();
    work(7);
    atSource("update ACT_HI_PROCINST set REMOVAL_TIME_ = START_TIME_");

    assertThat(move(ALL)).isEmpty();

    assertThat(engines.outwork().history().processInstance(ended)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void one_that_was_copied_and_not_marked_is_not_copied_twice(TestDatabase database) {
    start(database);
    started();
    work(7);
    assertThat(move(ALL)).isEmpty();
    atSource("delete from outwork_moved");

    assertThat(move(ALL)).isEmpty();

    assertThat(differences(ALL)).isEmpty();
    undo(ALL);
    assertNothingHere();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void one_that_stays_for_its_past_is_not_even_suspended(TestDatabase database) {
    start(database);
    started();
    completeWithJava();
    List<List<String>> before = revisions();

    assertThat(move(RUNNING)).containsExactly("variable 'java' is serialized Java");

    assertThat(revisions()).isEqualTo(before);
    assertThat(move(HistoryChoice.NONE)).isEmpty();
    assertThat(differences(HistoryChoice.NONE)).isEmpty();
  }

  /** The task of "past"; its variable ends with the activity. */
  private void completeWithJava() {
    ExternalTaskService tasks = engines.camunda().getExternalTaskService();
    tasks
        .fetchAndLock(10, "alice")
        .topic(Driven.TOPIC, 600_000)
        .processDefinitionKey("past")
        .execute()
        .forEach(
            task ->
                tasks.complete(
                    task.getId(),
                    "alice",
                    Map.of(),
                    Map.of(
                        "java",
                        Variables.objectValue(new ArrayList<>(List.of("Ann")))
                            .serializationDataFormat(Variables.SerializationDataFormats.JAVA)
                            .create())));
  }

  private List<List<String>> revisions() {
    return engines.there("select e.ID_, e.REV_ from ACT_RU_EXECUTION e order by e.ID_");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_called_instance_whose_caller_was_deleted_stays(TestDatabase database) {
    start(database);
    String caller = started();
    work(3);
    engines
        .camunda()
        .getRuntimeService()
        .deleteProcessInstance(caller, "a mistake", false, true, false, true);
    List<List<String>> before = revisions();
    assertThat(before).isNotEmpty();

    assertThat(move(ALL))
        .containsExactlyInAnyOrder(
            "its caller was deleted, and left it behind", "it has called one that is running");

    assertThat(revisions()).isEqualTo(before);
  }

  private void atSource(String sql) {
    MoveSettings settings = engines.settings();
    try (Connection connection =
            DriverManager.getConnection(
                settings.source().url(), settings.source().user(), settings.source().password());
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isPositive();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the id of the activity that has ended so. */
  private String completeOne() {
    ExternalTaskService tasks = engines.camunda().getExternalTaskService();
    LockedExternalTask task =
        tasks.fetchAndLock(1, "alice").topic(Driven.TOPIC, 600_000).execute().get(0);
    Instant begun = Instant.now();
    tasks.complete(task.getId(), "alice");
    // The clock of the source has milliseconds.
    while (Instant.now().toEpochMilli() <= begun.toEpochMilli() + 1) {
      Thread.onSpinWait();
    }
    return task.getActivityInstanceId().replaceFirst(".*:", "");
  }

  private List<String> jobs() {
    return engines.camunda().getManagementService().createJobQuery().list().stream()
        .map(Job::getId)
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
