package dev.outwork.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.incident.Incident;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * The same delegates, called by Camunda 7 itself and by workers of Outwork, have the same effects.
 */
class DelegatesComparisonTest {
  private static final String PACKAGE = "dev.outwork.comparison.Delegates$";
  private static final int ATTEMPTS = 3;
  private static final TestEngine ENGINE = TestEngine.on(TestDatabase.H2, DelegateTopics.beans());

  private final PlayedOnCamunda camunda = Comparison.BOTH.camunda();
  private final PlayedOnOutwork outwork = new PlayedOnOutwork(ENGINE, true);

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  /** start --> node, whose id is {@code n} --> end; what is caught --> caughtEnd. */
  private static String process(String key, String node) {
    return Comparison.document(
        """
        <error id="declined" errorCode="DECLINED"/>
        <process id="%s" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="in" sourceRef="start" targetRef="n"/>
          %s
          <sequenceFlow id="out" sourceRef="n" targetRef="end"/>
          <endEvent id="end"/>
        </process>
        """
            .formatted(key, node.replace("Delegates$", PACKAGE)));
  }

  private Course sameCourse(String key, String node, Map<String, ?> variables) {
    return sameCourse(key, node, variables, played -> {});
  }

  private Course sameCourse(
      String key, String node, Map<String, ?> variables, Consumer<Played> meanwhile) {
    Course expected = course(camunda, key, node, variables, meanwhile);
    Course actual = course(outwork, key, node, variables, meanwhile);
    assertThat(actual).isEqualTo(expected);
    return actual;
  }

  private static Course course(
      Played played,
      String key,
      String node,
      Map<String, ?> variables,
      Consumer<Played> meanwhile) {
    played.deploy(process(key, node));
    String instance = played.start(key, variables);
    ENGINE.runWorkers();
    meanwhile.accept(played);
    ENGINE.runWorkers();
    Course course = played.course(instance);
    // Steps around an activity are activities here, and do not wait there.
    List<String> activities = course.activities().stream().filter(a -> !a.contains("#")).toList();
    return new Course(course.state(), activities, course.variables());
  }

  @Test
  void a_class_with_fields_and_a_listener() {
    Course course =
        sameCourse(
            "delegate-class",
            """
            <serviceTask id="n" name="Greet" camunda:class="Delegates$Greeter">
              <extensionElements>
                <camunda:field name="greeting" stringValue="Hello"/>
                <camunda:field name="name"><camunda:expression>${who}</camunda:expression></camunda:field>
                <camunda:executionListener class="Delegates$Listener" event="start"/>
                <camunda:executionListener class="Delegates$Listener" event="end"/>
                <camunda:inputOutput><camunda:inputParameter name="scope">own</camunda:inputParameter></camunda:inputOutput>
              </extensionElements>
            </serviceTask>
            """,
            Map.of("who", "Ann"));

    assertThat(course.variables())
        .containsEntry("text", "Hello, Ann")
        .containsEntry("own", "set by a listener")
        .containsEntry("events", "start of n; end of n");
  }

  @Test
  void an_expression_and_its_result() {
    assertThat(
            sameCourse(
                    "delegate-expression",
                    "<serviceTask id=\"n\" camunda:expression=\"${till.count(execution, amount)}\" camunda:resultVariable=\"cents\"/>",
                    Map.of("amount", 7))
                .variables())
        .containsEntry("cents", "700");
  }

  @Test
  void a_bean_by_its_name_and_the_error_that_it_throws() {
    String node =
        """
        <serviceTask id="n" camunda:delegateExpression="${cashier}"/>
        <boundaryEvent id="caught" attachedToRef="n">
          <errorEventDefinition errorRef="declined" camunda:errorCodeVariable="code" camunda:errorMessageVariable="why"/>
        </boundaryEvent>
        <sequenceFlow id="c" sourceRef="caught" targetRef="caughtEnd"/>
        <endEvent id="caughtEnd"/>
        """;

    assertThat(sameCourse("delegate-bean", node, Map.of("amount", 30)).variables())
        .containsEntry("receipt", "R-30");
    Course caught = sameCourse("delegate-bean", node, Map.of("amount", 4000));

    assertThat(caught.activities()).contains("caughtEnd");
    assertThat(caught.variables()).containsEntry("why", "too much").containsEntry("tried", "4000");
  }

  // With a parameter the task is a scope on both; without one, what is local there is its scope's.
  @Test
  void listeners_of_a_user_task() {
    Course course =
        sameCourse(
            "delegate-listeners",
            """
            <userTask id="n">
              <extensionElements>
                <camunda:executionListener expression="${till.note(execution, 'begun')}" event="start"/>
                <camunda:taskListener class="Delegates$Listener" event="create"/>
                <camunda:taskListener class="Delegates$Listener" event="complete"/>
                <camunda:executionListener class="Delegates$Listener" event="end"/>
                <camunda:inputOutput><camunda:inputParameter name="scope">own</camunda:inputParameter></camunda:inputOutput>
              </extensionElements>
            </userTask>
            """,
            Map.of(),
            played -> played.completeTask("n", Map.of()));

    assertThat(course.variables())
        .containsEntry("begun", "start")
        .containsEntry("events", "create of n; complete of n; end of n");
  }

  @Test
  void a_failing_worker_is_tried_three_times_before_an_incident() {
    String key = "delegate-failing";
    String document =
        process(
            key,
            "<serviceTask id=\"n\" camunda:asyncBefore=\"true\" camunda:class=\"Delegates$Failing\"/>");
    Delegates.Failing.CALLS.set(0);
    camunda.deploy(document);
    String there = camunda.start(key);
    var job = camunda.engine().getManagementService().createJobQuery().processInstanceId(there);
    while (job.singleResult().getRetries() > 0) {
      tryJob(job.singleResult().getId());
    }
    assertThat(Delegates.Failing.CALLS).hasValue(ATTEMPTS);
    String message = job.singleResult().getExceptionMessage();
    camunda.engine().getRuntimeService().deleteProcessInstance(there, "seen");

    Delegates.Failing.CALLS.set(0);
    outwork.deploy(document);
    String here = outwork.start(key);
    ENGINE.runDueJobs();
    for (int tries = 0; tries < 2 * ATTEMPTS; tries++) {
      ENGINE.runWorkers();
      ENGINE.advance(Duration.ofHours(1));
    }

    assertThat(Delegates.Failing.CALLS).hasValue(ATTEMPTS);
    List<Incident> incidents = ENGINE.incidents().incidents(ListQuery.all());
    assertThat(incidents).hasSize(1);
    assertThat(incidents.get(0).incidentMessage()).isEqualTo(message);
    assertThat(outwork.course(here).variables()).isEmpty();
    ENGINE.runtime().deleteProcessInstance(here, null);
  }

  private void tryJob(String job) {
    try {
      camunda.engine().getManagementService().executeJob(job);
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessage("the printer is out of paper");
    }
  }
}
