package dev.outwork.engine.instance;

import static dev.outwork.engine.testkit.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.outwork.api.AuthorizationException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.Page;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.instance.ProcessInstanceFilter;
import dev.outwork.api.instance.RuntimeService;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.VariableInstance;
import dev.outwork.engine.database.Settings;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.operaton.bpm.model.bpmn.Bpmn;

/** What callers may do with process instances once there are grants. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ProcessRightsTest {
  private static final List<String> GRANTS =
      List.of(
          "user starter: operate on process pay*",
          "user reader: read on process payment",
          "user auditor: read on process payment, without variables",
          "user stranger: read, operate on process shipment",
          "user operator: read, operate on process *",
          "user root: everything");

  @TempDir static Path folder;
  private static TestEngine engine;
  private static String definitionId;

  @Parameter TestDatabase database;

  private ProcessInstance payment;
  private ProcessInstance shipment;

  @BeforeParameterizedClassInvocation
  static void startEngine(TestDatabase database) throws IOException {
    Path file = folder.resolve("grants-" + database);
    Files.write(file, GRANTS);
    System.setProperty(Settings.GRANTS_FILE, file.toString());
    engine = TestEngine.on(database);
    definitionId = deploy("payment");
    deploy("shipment");
  }

  /** start --> wait (user) --> end. */
  private static String deploy(String key) {
    return as(
        "root",
        () ->
            engine
                .deploy(
                    Bpmn.createExecutableProcess(key)
                        .startEvent()
                        .userTask("wait")
                        .endEvent()
                        .done())
                .id());
  }

  @AfterParameterizedClassInvocation
  static void stopEngine() {
    engine.close();
    System.clearProperty(Settings.GRANTS_FILE);
  }

  @BeforeEach
  void startInstances() {
    payment = as("root", () -> engine.start("payment", Map.of("amount", 5)));
    shipment = as("root", () -> engine.start("shipment", Map.of("weight", 7)));
  }

  @AfterEach
  void endWhatStillRuns() {
    as(
        "root",
        () -> {
          engine.endWhatStillRuns();
          return null;
        });
  }

  @Test
  void who_may_operate_on_a_process_starts_it() {
    assertThat(as("starter", () -> startByKey("payment"))).isPresent();
    assertThat(as("starter", () -> runtime().startProcessInstance(definitionId, null, Map.of())))
        .isNotNull();
  }

  @Test
  void a_process_that_one_may_not_see_cannot_be_started_like_one_that_does_not_exist() {
    assertThat(as("stranger", () -> startByKey("payment"))).isEmpty();
    assertThat(startByKey("payment")).isEmpty();
    assertLikeMissing(definitionId, id -> runtime().startProcessInstance(id, null, Map.of()));
  }

  @Test
  void a_process_that_one_may_only_see_is_refused() {
    assertThat(as("reader", () -> catchThrowable(() -> startByKey("payment"))))
        .isExactlyInstanceOf(AuthorizationException.class)
        .hasMessage("The caller may not operate on process 'payment'");
  }

  @Test
  void an_instance_that_one_may_not_see_is_one_that_does_not_exist() {
    List<Consumer<String>> verbs =
        List.of(
            id -> runtime().modifyProcessInstance(id, List.of(), false),
            id -> runtime().activityInstances(id),
            id -> runtime().deleteProcessInstance(id, null),
            id -> runtime().setProcessInstanceSuspended(id, true),
            id -> runtime().createIncident(id, "type", null, null),
            id -> runtime().variables(id),
            id -> runtime().variablesLocal(id),
            id -> runtime().variable(id, "amount"),
            id -> runtime().variableLocal(id, "amount"),
            id -> runtime().changeVariables(id, Map.of(), List.of("amount")),
            id -> runtime().changeVariablesLocal(id, Map.of(), List.of("amount")));

    for (Consumer<String> verb : verbs) {
      assertLikeMissing(payment.id(), verb);
    }
    assertThat(as("stranger", () -> runtime().processInstance(payment.id()))).isEmpty();
    assertThat(as("stranger", () -> runtime().execution(payment.id()))).isEmpty();
    assertThat(as("root", () -> runtime().variable(payment.id(), "amount")))
        .contains(TypedValue.integer(5));
  }

  private static void assertLikeMissing(String id, Consumer<String> verb) {
    Throwable refusal = as("stranger", () -> catchThrowable(() -> verb.accept(id)));
    Throwable missing = as("stranger", () -> catchThrowable(() -> verb.accept("missing")));

    assertThat(refusal)
        .isNotNull()
        .hasSameClassAs(missing)
        .hasMessage(missing.getMessage().replace("missing", id));
  }

  @Test
  void an_instance_that_one_may_only_see_is_refused() {
    List<Consumer<String>> verbs =
        List.of(
            id -> runtime().modifyProcessInstance(id, List.of(), false),
            id -> runtime().deleteProcessInstance(id, null),
            id -> runtime().setProcessInstanceSuspended(id, true),
            id -> runtime().createIncident(id, "type", null, null),
            id -> runtime().changeVariables(id, Map.of(), List.of("amount")),
            id -> runtime().deleteProcessInstancesAsync(List.of(id), null),
            id -> runtime().setProcessInstancesSuspended(List.of(id), true));

    for (Consumer<String> verb : verbs) {
      assertThat(as("reader", () -> catchThrowable(() -> verb.accept(payment.id()))))
          .isExactlyInstanceOf(AuthorizationException.class);
    }
    assertThat(as("reader", () -> runtime().processInstance(payment.id()))).isPresent();
    assertThat(as("reader", () -> runtime().variables(payment.id()))).containsKey("amount");
  }

  @Test
  void who_reads_without_variables_gets_none() {
    assertThat(as("auditor", () -> runtime().processInstance(payment.id()))).isPresent();
    assertThat(as("auditor", () -> catchThrowable(() -> runtime().variables(payment.id()))))
        .isExactlyInstanceOf(AuthorizationException.class)
        .hasMessage("The caller may read process 'payment' without variables only");
    assertThat(as("auditor", ProcessRightsTest::variableNames)).isEmpty();
  }

  @Test
  void lists_and_counts_have_what_one_may_read() {
    assertThat(seenBy("reader")).containsExactly("payment");
    assertThat(seenBy("auditor")).containsExactly("payment");
    assertThat(seenBy("stranger")).containsExactly("shipment");
    assertThat(seenBy("operator")).containsExactlyInAnyOrder("payment", "shipment");
    assertThat(seenBy("starter")).isEmpty();
    assertThat(as("reader", ProcessRightsTest::variableNames)).containsExactly("amount");
    assertThat(as("operator", ProcessRightsTest::variableNames))
        .containsExactlyInAnyOrder("amount", "weight");
  }

  private static List<String> seenBy(String user) {
    return as(
        user,
        () -> {
          List<ProcessInstance> found = runtime().processInstances(ListQuery.all());
          assertThat(runtime().countProcessInstances(ListQuery.all())).isEqualTo(found.size());
          assertThat(runtime().processInstanceIds(ListQuery.all())).hasSameSizeAs(found);
          assertThat(runtime().executions(ListQuery.all()))
              .extracting(execution -> execution.processInstanceId())
              .hasSameElementsAs(found.stream().map(ProcessInstance::id).toList());
          assertThat(runtime().countExecutions(ListQuery.all())).isEqualTo(2L * found.size());
          return found.stream().map(ProcessInstance::processDefinitionKey).toList();
        });
  }

  private static List<String> variableNames() {
    List<VariableInstance> found = runtime().variableInstances(ListQuery.all());
    assertThat(runtime().countVariableInstances(ListQuery.all())).isEqualTo(found.size());
    return found.stream().map(VariableInstance::name).toList();
  }

  /** The condition of the caller stands outside every group of alternatives. */
  @Test
  void alternatives_show_no_more() {
    Map<ProcessInstanceFilter, Object> either =
        Map.of(
            ProcessInstanceFilter.PROCESS_DEFINITION_KEY,
            "payment",
            ProcessInstanceFilter.PROCESS_INSTANCE_IDS,
            List.of(shipment.id()));

    assertThat(as("reader", () -> keysOfEither(either))).containsExactly("payment");
    assertThat(as("root", () -> keysOfEither(either)))
        .containsExactlyInAnyOrder("payment", "shipment");
  }

  private static List<String> keysOfEither(Map<ProcessInstanceFilter, Object> either) {
    return runtime()
        .processInstances(new ListQuery<>(Map.of(), List.of(either), List.of(), Page.ALL))
        .stream()
        .map(ProcessInstance::processDefinitionKey)
        .toList();
  }

  private static Optional<ProcessInstance> startByKey(String key) {
    return runtime().startProcessInstanceByKey(key, null, null, Map.of(), List.of());
  }

  private static RuntimeService runtime() {
    return engine.runtime();
  }
}
