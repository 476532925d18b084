package dev.outwork.engine.token;

import static dev.outwork.engine.token.Sketch.boundary;
import static dev.outwork.engine.token.Sketch.document;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.input;
import static dev.outwork.engine.token.Sketch.message;
import static dev.outwork.engine.token.Sketch.output;
import static dev.outwork.engine.token.Sketch.parameters;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.process;
import static dev.outwork.engine.token.Sketch.processOf;
import static dev.outwork.engine.token.Sketch.start;
import static dev.outwork.engine.token.Sketch.subProcess;
import static dev.outwork.engine.token.Sketch.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.event.MessageCorrelation;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The properties of the execution in expressions: the ids are those of the REST API. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ExecutionPropertiesTest {
  private static final String ALL =
      "${execution.id}|${execution.activityInstanceId}|${execution.currentActivityId}|${execution.currentActivityName}"
          + "|${execution.parentId}|${execution.parentActivityInstanceId}|${execution.canceled}";

  private static TestEngine engine;

  @Parameter TestDatabase database;

  @BeforeParameterizedClassInvocation
  static void startEngine(TestDatabase database) {
    engine = TestEngine.on(database);
  }

  @AfterParameterizedClassInvocation
  static void stopEngine() {
    engine.close();
  }

  @AfterEach
  void endWhatStillRuns() {
    engine.endWhatStillRuns();
  }

  private static ProcessInstance play(String... content) {
    engine.deploy(process(content));
    return engine.start("p", "order-1", Map.of("v", 1));
  }

  private static ExternalTask task() {
    return engine.externalTasks().externalTasks(ListQuery.all()).get(0);
  }

  private static Object variable(String scope, String name) {
    return engine.runtime().variables(scope).get(name).value();
  }

  /** start --> outer [ begin --> work (external) ]. */
  private static ProcessInstance playNested(String... parameters) {
    return play(
        start("start"),
        subProcess(
            "outer",
            start("begin"),
            with("name", "The work", external("work", parameters(parameters))),
            path("begin", "work")),
        path("start", "outer"));
  }

  @Test
  void within_an_activity_it_is_that_of_the_activity() {
    ProcessInstance instance =
        play(
            start("start"),
            with(
                "camunda:topic",
                ALL,
                "<serviceTask id=\"work\" name=\"The work\" camunda:type=\"external\"/>"),
            path("start", "work"));

    ExternalTask task = task();
    assertThat(task.topicName().split("\\|", -1))
        .containsExactly(
            task.executionId(),
            task.activityInstanceId(),
            "work",
            "The work",
            instance.id(),
            instance.id(),
            "false");
  }

  @Test
  void an_input_sees_that_of_what_surrounds_the_activity() {
    playNested(input("seen", ALL));

    String outer = outer();
    assertThat(variable(task().executionId(), "seen").toString().split("\\|", -1))
        .containsExactly(
            outer, "outer:" + outer, "", "", task().processInstanceId(), "outer:" + outer, "false");
  }

  @Test
  void an_output_sees_an_activity_that_has_been_left() {
    ProcessInstance instance = playNested(output("seen", ALL));
    String outer = outer();
    LockedExternalTask work = engine.worker("worker").fetchesOne("work");
    String execution = work.task().executionId();

    engine.worker("worker").completes(work);

    assertThat(seenAtTheEnd(instance))
        .containsExactly(
            execution, "outer:" + outer, "work", "The work", outer, "outer:" + outer, "false");
  }

  /** start --> work (external, output seen), a message takes it away. */
  @Test
  void an_output_of_what_is_taken_away_knows_that() {
    ProcessInstance instance =
        play(
            start("start"),
            external("work", parameters(output("seen", "${execution.canceled}"))),
            boundary("stop", "work", message("stop")),
            external("after"),
            path("start", "work"),
            path("stop", "after"));

    engine.events().correlate(MessageCorrelation.of("stop"));

    assertThat(variable(instance.id(), "seen")).isEqualTo(true);
  }

  /** start --> work (external) in a called instance. */
  @Test
  void a_called_instance_names_its_caller() {
    engine.deploy(
        document(
            processOf(
                "caller",
                start("start"),
                "<callActivity id=\"call\" calledElement=\"called\"><extensionElements><camunda:in businessKey=\"#{execution.processBusinessKey}\"/></extensionElements></callActivity>",
                path("start", "call")),
            processOf(
                "called",
                start("begin"),
                external(
                    "work",
                    parameters(
                        input("root", "${execution.rootProcessInstanceId}"),
                        input("caller", "${execution.superExecutionId}"),
                        input("instance", "${execution.processInstance.id}"),
                        input("key", "${execution.processDefinitionKey}"),
                        input("definition", "${execution.processDefinitionId}"),
                        input("businessKey", "${execution.processInstance.businessKey}"),
                        input("tenant", "${execution.tenantId}"),
                        input("nothing", "${execution.eventName}${execution.currentTransitionId}"),
                        input("suspended", "${execution.suspended}"))),
                path("begin", "work"))));
    ProcessInstance caller = engine.start("caller", "order-1", Map.of());

    ExternalTask task = task();
    String scope = task.executionId();
    assertThat(variable(scope, "root")).isEqualTo(caller.id());
    assertThat(variable(scope, "caller")).isEqualTo(callOf(caller));
    assertThat(variable(scope, "instance")).isEqualTo(task.processInstanceId());
    assertThat(variable(scope, "key")).isEqualTo("called");
    assertThat(variable(scope, "definition")).isEqualTo(task.processDefinitionId());
    assertThat(variable(scope, "businessKey")).isEqualTo("order-1");
    assertThat(variable(scope, "tenant")).isNull();
    assertThat(variable(scope, "nothing")).isEqualTo("");
    assertThat(variable(scope, "suspended")).isEqualTo(false);
  }

  @Test
  void it_has_variables() {
    playNested(
        input("local", "here"),
        input("seen", "${execution.variables.v}"),
        input("own", "${execution.variablesLocal.v}"),
        input("none", "${execution.variables['unknown']}"),
        input("names", "${execution.variableNames}"),
        input("ownNames", "${execution.variableNamesLocal}"));

    String scope = task().executionId();
    assertThat(variable(scope, "seen")).isEqualTo(1);
    assertThat(variable(scope, "own")).isNull();
    assertThat(variable(scope, "none")).isNull();
    assertThat(variable(scope, "names")).isEqualTo("[\"v\"]");
    assertThat(variable(scope, "ownNames")).isEqualTo("[]");
  }

  @Test
  void the_execution_hides_a_variable_named_execution() {
    engine.deploy(
        process(
            start("start"),
            external("work", parameters(input("key", "${execution.businessKey}"))),
            path("start", "work")));
    engine.start("p", "order-1", Map.of("execution", "mine"));

    assertThat(variable(task().executionId(), "key")).isEqualTo("order-1");
  }

  @Test
  void a_variable_with_a_computed_name_may_be_missing() {
    engine.deploy(
        process(
            start("start"),
            external("work", parameters(input("x", "${execution[name]}"))),
            path("start", "work")));

    engine.start("p", Map.of("name", "id"));
    assertThat(variable(task().executionId(), "x")).isEqualTo(task().processInstanceId());
    assertThatThrownBy(() -> engine.start("p", Map.of("name", "nonsense")))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("'execution' has no property 'nonsense'");
  }

  @Test
  void the_execution_itself_is_not_a_value() {
    engine.deploy(
        process(
            start("start"),
            external("work", parameters(input("x", "${execution}"))),
            path("start", "work")));

    assertThatThrownBy(() -> engine.start("p"))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("must be a text, number");
  }

  private static String outer() {
    return engine
        .runtime()
        .activityInstances(task().processInstanceId())
        .childActivityInstances()
        .stream()
        .map(child -> child.id().replace("outer:", ""))
        .findFirst()
        .orElseThrow();
  }

  private static String callOf(ProcessInstance caller) {
    return engine
        .runtime()
        .activityInstances(caller.id())
        .childActivityInstances()
        .get(0)
        .executionIds()
        .get(0);
  }

  private static String[] seenAtTheEnd(ProcessInstance instance) {
    return engine.history().variableInstances(ListQuery.all()).stream()
        .filter(variable -> variable.processInstanceId().equals(instance.id()))
        .filter(variable -> variable.name().equals("seen"))
        .findFirst()
        .orElseThrow()
        .value()
        .value()
        .toString()
        .split("\\|", -1);
  }

  @Test
  void an_instance_of_what_an_earlier_version_has_taken_goes_on() throws Exception {
    ProcessInstance instance =
        play(
            start("start"),
            external("work", parameters(output("x", "${v == 1 ? 'one' : execution.eventName}"))),
            path("start", "work"));
    rewriteDocuments("execution.eventName", "execution.misspelt");

    try (TestEngine upgraded = engine.anotherNode()) {
      upgraded.worker("alice").does("work");
    }

    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  private static void rewriteDocuments(String from, String to) throws Exception {
    try (Connection connection = engine.database().getConnection();
        Statement statement = connection.createStatement();
        PreparedStatement update =
            connection.prepareStatement("update deployment_resource set content = ? where id = ?");
        ResultSet rows = statement.executeQuery("select id, content from deployment_resource")) {
      while (rows.next()) {
        String document = new String(rows.getBytes("content"), StandardCharsets.UTF_8);
        update.setBytes(1, document.replace(from, to).getBytes(StandardCharsets.UTF_8));
        update.setString(2, rows.getString("id"));
        update.executeUpdate();
      }
    }
  }
}
