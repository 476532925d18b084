package dev.outwork.comparison;

import static dev.outwork.comparison.Comparison.BOTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.instance.ActivityInstance;
import dev.outwork.api.instance.ActivityInstance.TransitionInstance;
import dev.outwork.api.job.Job;
import dev.outwork.api.job.JobFilter;
import dev.outwork.api.job.JobSort;
import dev.outwork.comparison.Operated.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nodes with asyncAfter that several flows leave: what stands while their jobs wait. */
class FlowJobsComparisonTest {

  /** start --> split (asyncAfter) --[x]--> a --> ua; split --[y]--> b --> ub. */
  private static String split(String key, String node) {
    return """
        <process id="%s" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="in" sourceRef="start" targetRef="split"/>
          %s
          <sequenceFlow id="fa" sourceRef="split" targetRef="a">
            <conditionExpression xsi:type="tFormalExpression">${x}</conditionExpression>
          </sequenceFlow>
          <sequenceFlow id="fb" sourceRef="split" targetRef="b">
            <conditionExpression xsi:type="tFormalExpression">${y}</conditionExpression>
          </sequenceFlow>
          <task id="a"/>
          <sequenceFlow id="ga" sourceRef="a" targetRef="ua"/>
          <userTask id="ua"/>
          <task id="b"/>
          <sequenceFlow id="gb" sourceRef="b" targetRef="ub"/>
          <userTask id="ub"/>
        </process>
        """
        .formatted(key, node);
  }

  private static String node(String kind) {
    return "<%s id=\"split\" camunda:asyncAfter=\"true\"/>".formatted(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "parallelGateway, false, false",
    "inclusiveGateway, true, true",
    "inclusiveGateway, true, false",
    "exclusiveGateway, true, true",
    "exclusiveGateway, false, true",
    "task, true, true",
    "task, false, true",
  })
  void the_same_stands_while_the_jobs_wait_and_afterwards(String kind, boolean x, boolean y) {
    String key = "flow-jobs-%s-%s-%s".formatted(kind, x, y);

    assertSame(
        split(key, node(kind)),
        side -> {
          String id = side.played().start(key, Map.of("x", x, "y", y));
          List<String> seen = new ArrayList<>(List.of(side.stand(id)));
          // It is too late for the conditions.
          side.played().setVariable(id, "x", !x);
          side.played().setVariable(id, "y", !y);
          side.played().runJobs();
          seen.add(side.stand(id));
          return seen;
        });
  }

  @Test
  void a_modification_cancels_by_the_node_what_waits_on_its_flows() {
    assertSame(
        split("flow-jobs-cancelled", node("parallelGateway")),
        side -> {
          String id = side.played().start("flow-jobs-cancelled", Map.of("x", true, "y", true));
          side.operated().modify(id, List.of(Step.before("ub"), Step.cancelAll("split")));
          return List.of(side.stand(id));
        });
  }

  @Test
  void the_jobs_are_suspended_with_their_instance() {
    assertSame(
        split("flow-jobs-suspended", node("parallelGateway")),
        side -> {
          String id = side.played().start("flow-jobs-suspended", Map.of("x", true, "y", true));
          side.operated().setSuspended(id, true);
          List<String> seen = new ArrayList<>(List.of(side.operated().stand(id)));
          side.operated().setSuspended(id, false);
          seen.add(side.operated().stand(id));
          side.played().runJobs();
          seen.add(side.stand(id));
          return seen;
        });
  }

  @Test
  void a_flow_taken_by_a_modification() {
    assertSame(
        split("flow-jobs-taken", node("parallelGateway")),
        side -> {
          String id = side.played().start("flow-jobs-taken", Map.of("x", true, "y", true));
          side.played().runJobs();
          side.operated().modify(id, List.of(Step.take("fa")));
          List<String> seen = new ArrayList<>(List.of(side.stand(id)));
          side.played().runJobs();
          seen.add(side.stand(id));
          return seen;
        });
  }

  /** start --> book (asyncAfter, undone by cancel-book) --> undo, book --> ub. */
  @Test
  void what_has_been_left_can_be_undone_by_what_comes_by_one_of_its_flows() {
    String key = "flow-jobs-undone";
    assertSame(
        """
        <process id="%s" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="f1" sourceRef="start" targetRef="book"/>
          <task id="book" camunda:asyncAfter="true"/>
          <boundaryEvent id="undone" attachedToRef="book"><compensateEventDefinition id="d1"/></boundaryEvent>
          <userTask id="cancel-book" isForCompensation="true"/>
          <sequenceFlow id="f2" sourceRef="book" targetRef="undo"/>
          <sequenceFlow id="f3" sourceRef="book" targetRef="ub"/>
          <intermediateThrowEvent id="undo"><compensateEventDefinition id="d2"/></intermediateThrowEvent>
          <userTask id="ub"/>
          <association id="as" associationDirection="One" sourceRef="undone" targetRef="cancel-book"/>
        </process>
        """
            .formatted(key),
        side -> {
          String id = side.played().start(key, Map.of());
          List<String> seen = new ArrayList<>(List.of(side.stand(id)));
          side.played().runJobs();
          seen.addAll(side.played().course(id).activities());
          return seen;
        });
  }

  private static void assertSame(String elements, Function<Side, List<String>> actions) {
    assertThat(on(Side.OUTWORK, elements, actions)).isEqualTo(on(Side.CAMUNDA, elements, actions));
  }

  private static List<String> on(Side side, String elements, Function<Side, List<String>> actions) {
    side.played().deploy(Comparison.document(elements));
    return actions.apply(side);
  }

  /** One engine, as its users and its operators see it. */
  private record Side(Played played, Operated operated, Function<String, List<String>> waiting) {
    static final Side CAMUNDA =
        new Side(
            BOTH.camunda(),
            new OperatedCamunda(BOTH.camunda().engine()),
            FlowJobsComparisonTest::onCamunda);
    static final Side OUTWORK =
        new Side(
            BOTH.outwork(),
            new OperatedOutwork(BOTH.outwork().engine()),
            FlowJobsComparisonTest::onOutwork);

    /** Tokens on their way, the course in history, and what else an operator sees. */
    String stand(String id) {
      return "%s %s %s"
          .formatted(waiting.apply(id), played.course(id).activities(), operated.stand(id));
    }
  }

  private static List<String> onCamunda(String id) {
    ProcessEngine engine = BOTH.camunda().engine();
    var tree = engine.getRuntimeService().getActivityInstance(id);
    Stream<String> tokens =
        Arrays.stream(tree.getChildTransitionInstances())
            .map(token -> token.getActivityId() + " " + token.getActivityType());
    Stream<String> jobs =
        engine.getManagementService().createJobQuery().processInstanceId(id).list().stream()
            .map(job -> "a job with %d retries".formatted(job.getRetries()));
    return Stream.concat(tokens, jobs).sorted().toList();
  }

  private static List<String> onOutwork(String id) {
    ActivityInstance tree = BOTH.outwork().engine().runtime().activityInstances(id);
    Stream<String> tokens =
        tree.childTransitionInstances().stream()
            .map((TransitionInstance token) -> token.activityId() + " " + token.activityType());
    Stream<String> jobs =
        BOTH
            .outwork()
            .engine()
            .management()
            .jobs(ListQuery.<JobFilter, JobSort>all().with(JobFilter.PROCESS_INSTANCE_ID, id))
            .stream()
            .map((Job job) -> "a job with %d retries".formatted(job.retries()));
    return Stream.concat(tokens, jobs).sorted().toList();
  }
}
