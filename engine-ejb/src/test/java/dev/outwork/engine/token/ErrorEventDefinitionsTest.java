package dev.outwork.engine.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.Failure;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/**
 * Reports that an error event definition turns into a BPMN error (docs/rest-api.md, "Error event
 * definitions").
 */
class ErrorEventDefinitionsTest extends SharedEngineTest {
  private static final Duration NO_TIME = Duration.ZERO;

  /**
   *
   *
   * <pre>
   * start --> check (external) --> end
   *            | | (one, if ${first}), (two, if ${second}), in this order
   *            | +--> on-one (message to ${why}) --> was-one
   *            +--> on-two --> was-two
   * </pre>
   */
  private static BpmnModelInstance checking(String first, String second) {
    return Bpmn.createExecutableProcess("checking")
        .startEvent("start")
        .serviceTask("check")
        .operatonExternalTask("check")
        .operatonErrorEventDefinition()
        .error("one")
        .expression(first)
        .errorEventDefinitionDone()
        .operatonErrorEventDefinition()
        .error("two")
        .expression(second)
        .errorEventDefinitionDone()
        .boundaryEvent("on-one")
        .errorEventDefinition()
        .error("one")
        .errorMessageVariable("why")
        .errorEventDefinitionDone()
        .endEvent("was-one")
        .moveToActivity("check")
        .boundaryEvent("on-two")
        .error("two")
        .endEvent("was-two")
        .moveToActivity("check")
        .endEvent("end")
        .done();
  }

  @Test
  void a_completion_becomes_an_error_if_an_expression_is_true_of_its_variables() {
    ProcessInstance instance = start(checking("${amount > 100}", "${amount > 10}"));

    alice.completes(alice.fetchesOne("check"), Map.of("amount", TypedValue.integer(50)));

    assertThat(engine.path(instance)).containsExactly("start", "check", "on-two", "was-two");
    assertThat(logKinds(instance)).containsExactly("CREATED", "DELETED");
  }

  @Test
  void a_completion_stays_one_if_no_expression_is_true() {
    ProcessInstance instance = start(checking("${amount > 100}", "${amount > 10}"));

    alice.completes(alice.fetchesOne("check"), Map.of("amount", TypedValue.integer(5)));

    assertThat(engine.path(instance)).containsExactly("start", "check", "end");
    assertThat(logKinds(instance)).containsExactly("CREATED", "SUCCESSFUL");
  }

  @Test
  void the_first_expression_in_document_order_wins() {
    ProcessInstance instance = start(checking("${amount > 100}", "${amount > 10}"));

    alice.completes(alice.fetchesOne("check"), Map.of("amount", TypedValue.integer(500)));

    assertThat(engine.path(instance)).containsExactly("start", "check", "on-one", "was-one");
  }

  @Test
  void only_a_boolean_true_counts() {
    ProcessInstance instance = start(checking("${answer}", ""));

    alice.completes(alice.fetchesOne("check"), Map.of("answer", TypedValue.string("true")));

    assertThat(engine.path(instance)).endsWith("end");
  }

  @Test
  void variables_are_kept_and_local_ones_are_not_when_a_completion_becomes_an_error() {
    ProcessInstance instance = start(checking("${mine}", ""));
    LockedExternalTask task = alice.fetchesOne("check");

    engine
        .externalTasks()
        .complete(
            task.task().id(),
            "alice",
            Map.of("shared", TypedValue.integer(1)),
            Map.of("mine", TypedValue.bool(true)));

    assertThat(engine.path(instance)).endsWith("on-one", "was-one");
    assertThat(namesOnInstance(instance)).containsExactly("shared", "why");
  }

  @Test
  void an_expression_that_fails_refuses_the_completion_and_changes_nothing() {
    ProcessInstance instance = start(checking("${nobodyKnows > 1}", ""));
    LockedExternalTask task = alice.fetchesOne("check");

    assertThatThrownBy(() -> alice.completes(task, Map.of("amount", TypedValue.integer(5))))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("error event definition 'one'")
        .hasMessageContaining("serviceTask 'check'")
        .hasMessageContaining("nobodyKnows");

    assertThat(engine.waitsAt(instance)).containsExactly("check");
    assertThat(namesOnInstance(instance)).isEmpty();
    assertThat(bob.fetches("check")).isEmpty();
    alice.completes(task, Map.of("nobodyKnows", TypedValue.integer(0)));
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void a_failure_becomes_an_error_by_its_message_and_neither_retries_nor_an_incident_remain() {
    ProcessInstance instance =
        start(checking("${externalTask.errorMessage == 'out of stock'}", ""));
    LockedExternalTask task = alice.fetchesOne("check");

    engine
        .externalTasks()
        .handleFailure(
            task.task().id(),
            "alice",
            new Failure(
                "out of stock",
                null,
                0,
                NO_TIME,
                Map.of("shared", TypedValue.integer(1)),
                Map.of("mine", TypedValue.integer(2))));

    assertThat(engine.path(instance)).containsExactly("start", "check", "on-one", "was-one");
    assertThat(logKinds(instance)).containsExactly("CREATED", "DELETED");
    assertThat(engine.incidents().countIncidents(ListQuery.all())).isZero();
    assertThat(namesOnInstance(instance)).containsExactly("shared", "why");
    assertThat(whyOf(instance)).isEqualTo("out of stock");
  }

  @Test
  void the_task_is_asked_by_getters_as_well_and_for_the_details_of_its_failure() {
    ProcessInstance instance =
        start(
            checking(
                "${externalTask.getErrorMessage().contains('stock') and externalTask.getRetries() == 1}",
                "${externalTask.getErrorDetails().startsWith('at') and externalTask.errorDetails.length() == 7"
                    + " and externalTask.getWorkerId() == 'alice' and externalTask.getTopicName() == 'check'"
                    + " and externalTask.getCreateTime().before(externalTask.getLockExpirationTime())}"));
    LockedExternalTask task = alice.fetchesOne("check");

    engine
        .externalTasks()
        .handleFailure(
            task.task().id(),
            "alice",
            new Failure("out of stock", "at home", 0, NO_TIME, Map.of(), Map.of()));

    assertThat(engine.path(instance)).endsWith("on-two", "was-two");
  }

  @Test
  void a_later_completion_is_judged_by_the_details_of_the_last_failure() {
    ProcessInstance instance =
        start(checking("${giveUp and externalTask.getErrorDetails() == 'at home'}", ""));
    LockedExternalTask task = alice.fetchesOne("check");
    engine
        .externalTasks()
        .handleFailure(
            task.task().id(),
            "alice",
            new Failure("out of stock", "at home", 2, NO_TIME, Map.of(), Map.of()));

    alice.completes(task, Map.of("giveUp", TypedValue.bool(true)));

    assertThat(engine.path(instance)).endsWith("on-one", "was-one");
  }

  @Test
  void a_failure_stays_one_if_no_expression_is_true() {
    start(checking("${externalTask.errorMessage == 'out of stock'}", ""));

    alice.fails(alice.fetchesOne("check"), 2, NO_TIME);

    assertThat(theTask().retries()).isEqualTo(2);
  }

  @Test
  void a_later_completion_is_judged_by_the_message_of_the_last_failure() {
    ProcessInstance instance =
        start(checking("${externalTask.errorMessage == 'it did not work' && giveUp}", ""));
    LockedExternalTask task = alice.fetchesOne("check");
    alice.fails(task, 2, NO_TIME);

    alice.completes(task, Map.of("giveUp", TypedValue.bool(true)));

    assertThat(engine.path(instance)).endsWith("on-one", "was-one");
    assertThat(whyOf(instance)).isEqualTo("it did not work");
  }

  @Test
  void an_expression_that_fails_on_a_failure_counts_as_false() {
    start(checking("${nobodyKnows > 1}", ""));

    alice.fails(alice.fetchesOne("check"), 2, NO_TIME);

    assertThat(theTask().retries()).isEqualTo(2);
    assertThat(theTask().errorMessage()).isEqualTo("it did not work");
  }

  @Test
  void a_later_expression_still_counts_when_an_earlier_one_fails_on_a_failure() {
    ProcessInstance instance =
        start(checking("${nobodyKnows > 1}", "${externalTask.errorMessage == 'it did not work'}"));

    alice.fails(alice.fetchesOne("check"), 2, NO_TIME);

    assertThat(engine.path(instance)).endsWith("on-two", "was-two");
  }

  @Test
  void a_variable_that_is_no_json_counts_as_false_on_a_failure() {
    start(checking("${order.total > 100}", ""), Map.of("order", TypedValue.json("{\"total\": ")));

    alice.fails(alice.fetchesOne("check"), 2, NO_TIME);

    assertThat(theTask().retries()).isEqualTo(2);
  }

  private static ExternalTask theTask() {
    return engine.externalTasks().externalTasks(ListQuery.all()).get(0);
  }

  private static List<String> logKinds(ProcessInstance instance) {
    return Rows.strings(
        engine.database(),
        "select kind from external_task_log where process_instance_id = ? order by id",
        instance.id());
  }

  private static List<String> namesOnInstance(ProcessInstance instance) {
    return Rows.strings(
        engine.database(),
        "select name from variable where scope_id = ? order by name",
        instance.id());
  }

  private static String whyOf(ProcessInstance instance) {
    return Rows.strings(
            engine.database(),
            "select text_value from variable where scope_id = ? and name = 'why'",
            instance.id())
        .get(0);
  }
}
