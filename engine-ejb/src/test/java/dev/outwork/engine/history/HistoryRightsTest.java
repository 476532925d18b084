package dev.outwork.engine.history;

import static dev.outwork.engine.testkit.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.outwork.api.AuthorizationException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.history.ExternalTaskLog;
import dev.outwork.api.history.HistoricActivityInstance;
import dev.outwork.api.history.HistoricActivityStatisticsRequest;
import dev.outwork.api.history.HistoricDecisionInstance;
import dev.outwork.api.history.HistoricIncident;
import dev.outwork.api.history.HistoricProcessInstance;
import dev.outwork.api.history.HistoricProcessInstanceFilter;
import dev.outwork.api.history.HistoricProcessInstanceSort;
import dev.outwork.api.history.HistoricTaskInstance;
import dev.outwork.api.history.HistoricTaskInstanceFilter;
import dev.outwork.api.history.HistoricTaskInstanceSort;
import dev.outwork.api.history.HistoricVariableInstance;
import dev.outwork.api.history.HistoryService;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.VariableCondition;
import dev.outwork.engine.database.Settings;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import dev.outwork.testkit.TestWorker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** What callers may see of history, and delete, once there are grants. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class HistoryRightsTest {
  private static final List<String> GRANTS =
      List.of(
          "user reader: read on process payment",
          "user auditor: read on process payment, without variables",
          "user stranger: read, operate on process shipment",
          "user courier: read on topic ship",
          "user judge: read on decision discount",
          "user operator: read, operate on process *",
          "user root: everything");

  private static final String DISCOUNT =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="prices" name="Prices" namespace="http://test">
        <decision id="discount" name="Discount">
          <variable id="v" name="discount" typeRef="integer"/>
          <literalExpression id="e"><text>amount + 1</text></literalExpression>
        </decision>
      </definitions>
      """;

  @TempDir static Path folder;
  private static TestEngine engine;
  private static TestWorker worker;
  private static ProcessInstance payment;
  private static String taskOfPayment;

  @Parameter TestDatabase database;

  @BeforeParameterizedClassInvocation
  static void startEngine(TestDatabase database) throws IOException {
    Path file = folder.resolve("grants-" + database);
    Files.write(file, GRANTS);
    System.setProperty(Settings.GRANTS_FILE, file.toString());
    System.setProperty(Settings.LEASE_EVENTS, "all");
    engine = TestEngine.on(database);
    worker = engine.worker("worker");
    payment = as("root", HistoryRightsTest::happen);
  }

  private static ProcessInstance happen() {
    engine
        .repository()
        .createDeployment(
            DeploymentRequest.of("prices.dmn", DISCOUNT.getBytes(StandardCharsets.UTF_8)));
    engine.deploy(process("payment", "pay"));
    engine.deploy(process("shipment", "ship"));
    ProcessInstance started = engine.start("payment", Map.of("amount", 5));
    engine.start("shipment", Map.of("amount", 7));
    taskOfPayment = failOnce("pay");
    failOnce("ship");
    return started;
  }

  /** start --> decide (decision) --> work (external) --> wait (user) --> end. */
  private static BpmnModelInstance process(String key, String topic) {
    return Bpmn.createExecutableProcess(key)
        .startEvent()
        .businessRuleTask("decide")
        .operatonDecisionRef("discount")
        .serviceTask("work")
        .operatonExternalTask(topic)
        .userTask("wait")
        .endEvent()
        .done();
  }

  private static String failOnce(String topic) {
    LockedExternalTask task = worker.fetchesOne(topic);
    worker.fails(task, 0, Duration.ZERO);
    String id = task.task().id();
    engine.externalTasks().setRetries(id, 1);
    worker.does(topic);
    return id;
  }

  @AfterParameterizedClassInvocation
  static void stopEngine() {
    engine.close();
    System.clearProperty(Settings.GRANTS_FILE);
    System.clearProperty(Settings.LEASE_EVENTS);
  }

  @Test
  void lists_and_counts_have_the_processes_that_one_may_read() {
    for (Supplier<List<String>> keys :
        List.<Supplier<List<String>>>of(
            HistoryRightsTest::instances,
            HistoryRightsTest::activities,
            HistoryRightsTest::lines,
            HistoryRightsTest::incidents,
            HistoryRightsTest::tasks)) {
      assertThat(as("reader", keys)).containsOnly("payment");
      assertThat(as("auditor", keys)).containsOnly("payment");
      assertThat(as("stranger", keys)).containsOnly("shipment");
      assertThat(as("operator", keys)).contains("payment", "shipment");
      assertThat(as("root", keys)).contains("payment", "shipment");
      assertThat(keys.get()).isEmpty();
    }
  }

  @Test
  void variables_and_decisions_are_seen_by_those_who_may_read_variables() {
    for (Supplier<List<String>> keys :
        List.<Supplier<List<String>>>of(
            HistoryRightsTest::variables, HistoryRightsTest::decisions)) {
      assertThat(as("reader", keys)).containsOnly("payment");
      assertThat(as("auditor", keys)).isEmpty();
      assertThat(as("stranger", keys)).containsOnly("shipment");
      assertThat(as("root", keys)).contains("payment", "shipment");
      assertThat(keys.get()).isEmpty();
    }
  }

  @Test
  void who_reads_a_topic_sees_what_happened_to_its_tasks_alone() {
    assertThat(as("courier", HistoryRightsTest::lines)).containsOnly("shipment");
    assertThat(as("courier", HistoryRightsTest::instances)).isEmpty();
    assertThat(as("courier", HistoryRightsTest::incidents)).isEmpty();
    assertThat(as("courier", HistoryRightsTest::variables)).isEmpty();
  }

  @Test
  void who_reads_a_decision_sees_how_it_was_made() {
    assertThat(as("judge", HistoryRightsTest::decisions)).contains("payment", "shipment");
    assertThat(as("judge", HistoryRightsTest::instances)).isEmpty();
  }

  private static List<String> instances() {
    List<HistoricProcessInstance> found = history().processInstances(ListQuery.all());
    assertThat(history().countProcessInstances(ListQuery.all())).isEqualTo(found.size());
    assertThat(history().processInstanceIds(ListQuery.all())).hasSameSizeAs(found);
    return found.stream().map(HistoricProcessInstance::processDefinitionKey).toList();
  }

  private static List<String> activities() {
    List<HistoricActivityInstance> found = history().activityInstances(ListQuery.all());
    assertThat(history().countActivityInstances(ListQuery.all())).isEqualTo(found.size());
    return found.stream().map(HistoricActivityInstance::processDefinitionKey).toList();
  }

  private static List<String> lines() {
    List<ExternalTaskLog> found = history().externalTaskLogs(ListQuery.all());
    assertThat(history().countExternalTaskLogs(ListQuery.all())).isEqualTo(found.size());
    return found.stream().map(ExternalTaskLog::processDefinitionKey).toList();
  }

  private static List<String> incidents() {
    List<HistoricIncident> found = history().incidents(ListQuery.all());
    assertThat(history().countIncidents(ListQuery.all())).isEqualTo(found.size());
    return found.stream().map(HistoricIncident::processDefinitionKey).toList();
  }

  private static List<String> tasks() {
    List<HistoricTaskInstance> found = history().taskInstances(ListQuery.all());
    assertThat(history().countTaskInstances(ListQuery.all())).isEqualTo(found.size());
    return found.stream().map(HistoricTaskInstance::processDefinitionKey).toList();
  }

  private static List<String> variables() {
    List<HistoricVariableInstance> found = history().variableInstances(ListQuery.all());
    assertThat(history().countVariableInstances(ListQuery.all())).isEqualTo(found.size());
    return found.stream().map(HistoricVariableInstance::processDefinitionKey).toList();
  }

  private static List<String> decisions() {
    List<HistoricDecisionInstance> found = history().decisionInstances(ListQuery.all());
    assertThat(history().countDecisionInstances(ListQuery.all())).isEqualTo(found.size());
    return found.stream().map(HistoricDecisionInstance::processDefinitionKey).toList();
  }

  @Test
  void what_one_may_not_see_does_not_exist_by_its_id_either() {
    String activity =
        ofPayment(() -> history().activityInstances(ListQuery.all()), HistoricActivityInstance::id);
    String line = ofPayment(() -> history().externalTaskLogs(ListQuery.all()), ExternalTaskLog::id);
    String variable =
        ofPayment(() -> history().variableInstances(ListQuery.all()), HistoricVariableInstance::id);
    String decision =
        ofPayment(() -> history().decisionInstances(ListQuery.all()), HistoricDecisionInstance::id);

    as(
        "stranger",
        () -> {
          assertThat(history().processInstance(payment.id())).isEmpty();
          assertThat(history().activityInstance(activity)).isEmpty();
          assertThat(history().externalTaskLog(line)).isEmpty();
          assertThat(history().variableInstance(variable)).isEmpty();
          assertThat(history().variableContent(variable)).isEmpty();
          assertThat(history().decisionInstance(decision)).isEmpty();
          assertThat(history().leaseEvents(taskOfPayment)).isEmpty();
          return null;
        });
    as(
        "reader",
        () -> {
          assertThat(history().processInstance(payment.id())).isPresent();
          assertThat(history().activityInstance(activity)).isPresent();
          assertThat(history().externalTaskLog(line)).isPresent();
          assertThat(history().variableInstance(variable)).isPresent();
          assertThat(history().variableContent(variable)).isPresent();
          assertThat(history().decisionInstance(decision)).isPresent();
          assertThat(history().leaseEvents(taskOfPayment)).isNotEmpty();
          return null;
        });
    assertThat(as("auditor", () -> catchThrowable(() -> history().variableInstance(variable))))
        .isExactlyInstanceOf(AuthorizationException.class)
        .hasMessage("The caller may read process 'payment' without variables only");
    assertThat(as("auditor", () -> history().decisionInstance(decision))).isEmpty();
    assertLikeMissing(line, history()::errorDetails);
    assertThat(as("reader", () -> catchThrowable(() -> history().errorDetails(line)))).isNull();
  }

  private static <E> String ofPayment(Supplier<List<E>> list, Function<E, String> id) {
    return id.apply(as("reader", list).get(0));
  }

  @Test
  void the_statistics_of_a_process_that_one_may_not_see_are_empty() {
    assertThat(as("reader", HistoryRightsTest::statistics)).isPositive();
    assertThat(as("stranger", HistoryRightsTest::statistics)).isZero();
  }

  private static int statistics() {
    HistoricActivityStatisticsRequest finished =
        new HistoricActivityStatisticsRequest(
            false, true, false, false, null, null, null, null, null);
    return history().activityStatistics(payment.processDefinitionId(), finished).size();
  }

  /** A condition that holds or does not tells the value. */
  @Test
  void conditions_on_variables_hold_only_where_one_may_read_them() {
    VariableCondition isFive =
        new VariableCondition("amount", VariableCondition.Operator.EQUALS, 5, false, false);

    assertThat(as("reader", () -> instancesWith(isFive))).isEqualTo(1);
    assertThat(as("auditor", () -> instancesWith(isFive))).isZero();
    assertThat(as("reader", () -> tasksWith(isFive))).isEqualTo(1);
    assertThat(as("auditor", () -> tasksWith(isFive))).isZero();
    assertThat(as("reader", () -> instancesWithEither(isFive))).isEqualTo(1);
    assertThat(as("auditor", () -> instancesWithEither(isFive))).isZero();
  }

  private static long instancesWith(VariableCondition condition) {
    return history()
        .countProcessInstances(
            ListQuery.<HistoricProcessInstanceFilter, HistoricProcessInstanceSort>all()
                .with(HistoricProcessInstanceFilter.VARIABLES, List.of(condition)));
  }

  private static long instancesWithEither(VariableCondition condition) {
    return history()
        .countProcessInstances(
            ListQuery.<HistoricProcessInstanceFilter, HistoricProcessInstanceSort>all()
                .or(
                    Map.of(
                        HistoricProcessInstanceFilter.VARIABLES,
                        List.of(condition),
                        HistoricProcessInstanceFilter.PROCESS_INSTANCE_BUSINESS_KEY,
                        "none")));
  }

  private static long tasksWith(VariableCondition condition) {
    return history()
        .countTaskInstances(
            ListQuery.<HistoricTaskInstanceFilter, HistoricTaskInstanceSort>all()
                .with(HistoricTaskInstanceFilter.PROCESS_VARIABLES, List.of(condition)));
  }

  @Test
  void history_is_deleted_by_those_who_operate_on_its_process() {
    String ended = as("root", HistoryRightsTest::endedPayment);

    assertLikeMissing(ended, history()::deleteHistoricProcessInstance);
    assertThat(as("stranger", () -> deletion(ended))).isNull();
    assertThat(as("reader", () -> deletion(ended)))
        .isExactlyInstanceOf(AuthorizationException.class);
    assertThat(
            as(
                "reader",
                () ->
                    catchThrowable(
                        () -> history().deleteHistoricProcessInstancesAsync(List.of(ended), true))))
        .isExactlyInstanceOf(AuthorizationException.class);
    assertThat(as("reader", () -> catchThrowable(() -> history().cleanUpHistoryAsync())))
        .isExactlyInstanceOf(AuthorizationException.class);
    assertThat(as("root", () -> history().processInstance(ended))).isPresent();

    assertThat(as("operator", () -> deletion(ended))).isNull();
    assertThat(as("root", () -> history().processInstance(ended))).isEmpty();
  }

  private static Throwable deletion(String id) {
    return catchThrowable(() -> history().deleteHistoricProcessInstanceIfExists(id));
  }

  private static String endedPayment() {
    String id = engine.start("payment", Map.of("amount", 9)).id();
    engine.runtime().deleteProcessInstance(id, null);
    return id;
  }

  private static void assertLikeMissing(String id, Consumer<String> verb) {
    Throwable refusal = as("stranger", () -> catchThrowable(() -> verb.accept(id)));
    Throwable missing = as("stranger", () -> catchThrowable(() -> verb.accept("missing")));

    assertThat(refusal)
        .isNotNull()
        .hasSameClassAs(missing)
        .hasMessage(missing.getMessage().replace("missing", id));
  }

  private static HistoryService history() {
    return engine.history();
  }
}
