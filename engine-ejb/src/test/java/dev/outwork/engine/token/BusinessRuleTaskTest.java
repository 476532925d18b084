package dev.outwork.engine.token;

import static dev.outwork.engine.dmn.DmnSketch.bytes;
import static dev.outwork.engine.dmn.DmnSketch.input;
import static dev.outwork.engine.dmn.DmnSketch.literal;
import static dev.outwork.engine.dmn.DmnSketch.output;
import static dev.outwork.engine.dmn.DmnSketch.requiring;
import static dev.outwork.engine.dmn.DmnSketch.rule;
import static dev.outwork.engine.dmn.DmnSketch.table;
import static dev.outwork.engine.token.Sketch.document;
import static dev.outwork.engine.token.Sketch.end;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.processOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.DeploymentWithDefinitions;
import dev.outwork.api.deployment.Resource;
import dev.outwork.api.incident.Incident;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.job.Job;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.dmn.DmnSketch;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Business rule tasks that evaluate a decision (BPMN 2.0, chapter 10.3.3). */
class BusinessRuleTaskTest extends SharedEngineTest {
  private static final String RESULT = "camunda:resultVariable=\"answer\" ";

  /** start --> decide (dish) --> after (external) --> end. */
  private static String process(String attributes) {
    return document(
        processOf(
            "p",
            Sketch.start("start"),
            "<businessRuleTask id=\"decide\" camunda:decisionRef=\"dish\" %s/>"
                .formatted(attributes),
            external("after"),
            end("end"),
            path("start", "decide", "after", "end")));
  }

  /** n > 3 -> 7, "x"; n in [1..10] -> n + 2, "y". */
  private static String dish(String hitPolicy) {
    return table(
        "dish",
        hitPolicy,
        input("n", "integer"),
        output("count", "integer"),
        output("name", "string"),
        rule("big", "> 3 -> 7 | \"x\""),
        rule("small", "[1..10] -> n + 2 | \"y\""));
  }

  private static DeploymentWithDefinitions deploy(String tenantId, String... documents) {
    List<Resource> resources = new ArrayList<>();
    for (String document : documents) {
      String name = document.contains("/DMN/") ? "d%d.dmn" : "p%d.bpmn";
      resources.add(
          new Resource(
              name.formatted(resources.size()), document.getBytes(StandardCharsets.UTF_8)));
    }
    return engine
        .repository()
        .createDeployment(
            new DeploymentRequest(null, null, tenantId, false, false, List.copyOf(resources)));
  }

  private static ProcessInstance startIn(DeploymentWithDefinitions deployment, int n) {
    return engine
        .runtime()
        .startProcessInstance(
            deployment.deployedProcessDefinitions().get(0).id(),
            null,
            Map.of("n", TypedValue.integer(n)));
  }

  private static Object answer(ProcessInstance instance) {
    return engine.runtime().variable(instance.id(), "answer").orElseThrow().value();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "resultList ! RULE ORDER ! 5 ! [{\"count\":7,\"name\":\"x\"},{\"count\":7,\"name\":\"y\"}]",
        "resultList ! UNIQUE ! 99 ! [{\"count\":7,\"name\":\"x\"}]",
        "resultList ! UNIQUE ! -1 ! []",
        "singleResult ! FIRST ! 5 ! {\"count\":7,\"name\":\"x\"}",
        "singleResult ! FIRST ! -1 ! null",
      })
  void the_results_become_one_variable(String result, String hitPolicy, int n, String expected) {
    ProcessInstance instance =
        startIn(
            deploy(
                null,
                process(RESULT + "camunda:mapDecisionResult=\"%s\"".formatted(result)),
                DmnSketch.document(dish(hitPolicy))),
            n);

    assertThat(String.valueOf(answer(instance))).isEqualTo(expected);
    assertThat(engine.waitsAt(instance)).containsExactly("after");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "singleEntry ! UNIQUE ! 99 ! 7",
        "singleEntry ! COLLECT SUM ! 5 ! 14",
        "singleEntry ! UNIQUE ! -1 ! null",
        "collectEntries ! COLLECT ! 6 ! [7,8]",
        "collectEntries ! COLLECT ! -1 ! []",
      })
  void the_entries_of_one_column_become_one_variable(
      String result, String hitPolicy, int n, String expected) {
    String decision =
        table(
            "dish",
            hitPolicy,
            input("n", "integer"),
            output("count", "integer"),
            rule("big", "> 3 -> 7"),
            rule("small", "[1..10] -> n + 2"));

    ProcessInstance instance =
        startIn(
            deploy(
                null,
                process(RESULT + "camunda:mapDecisionResult=\"%s\"".formatted(result)),
                DmnSketch.document(decision)),
            n);

    assertThat(String.valueOf(answer(instance))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"singleEntry, UNIQUE", "singleResult, COLLECT", "collectEntries, COLLECT"})
  void a_result_that_does_not_fit_the_mapping_is_refused(String result, String hitPolicy) {
    DeploymentWithDefinitions deployment =
        deploy(
            null,
            process(RESULT + "camunda:mapDecisionResult=\"%s\"".formatted(result)),
            DmnSketch.document(dish(hitPolicy)));

    assertThatThrownBy(() -> startIn(deployment, hitPolicy.equals("UNIQUE") ? 99 : 5))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("Cannot evaluate decision 'dish' of businessRuleTask 'decide'")
        .hasMessageContaining("instead of one");
  }

  @Test
  void nothing_is_set_without_a_result_variable() {
    ProcessInstance instance =
        startIn(deploy(null, process(""), DmnSketch.document(dish("FIRST"))), 5);

    assertThat(engine.runtime().variables(instance.id()).keySet()).containsExactly("n");
  }

  private static String constant(String text) {
    return DmnSketch.document(literal("dish", "\"%s\"".formatted(text)));
  }

  private static final String SINGLE =
      RESULT + "camunda:mapDecisionResult=\"singleEntry\" camunda:decisionRefBinding=";

  @Test
  void the_latest_version_is_evaluated_unless_it_says_otherwise() {
    DeploymentWithDefinitions deployment =
        deploy(null, process(SINGLE + "\"latest\""), constant("first"));
    deploy(null, constant("second"));

    assertThat(answer(startIn(deployment, 1))).isEqualTo("second");
  }

  @Test
  void the_version_of_the_same_deployment_is_evaluated() {
    DeploymentWithDefinitions deployment =
        deploy(null, process(SINGLE + "\"deployment\""), constant("first"));
    deploy(null, constant("second"));

    assertThat(answer(startIn(deployment, 1))).isEqualTo("first");
  }

  @Test
  void a_version_is_evaluated_by_its_number() {
    int version = deploy(null, constant("first")).deployedDecisionDefinitions().get(0).version();
    DeploymentWithDefinitions deployment =
        deploy(
            null,
            process(
                SINGLE
                    + "\"version\" camunda:decisionRefVersion=\"${%d + n - n}\""
                        .formatted(version)),
            constant("second"));

    assertThat(answer(startIn(deployment, 1))).isEqualTo("first");
  }

  @Test
  void a_version_is_evaluated_by_its_tag() {
    deploy(null, constant("first").replace("<decision ", "<decision camunda:versionTag=\"good\" "));
    DeploymentWithDefinitions deployment =
        deploy(
            null,
            process(SINGLE + "\"versionTag\" camunda:decisionRefVersionTag=\"good\""),
            constant("second"));

    assertThat(answer(startIn(deployment, 1))).isEqualTo("first");
  }

  @Test
  void a_decision_of_the_tenant_of_the_process_is_evaluated() {
    deploy(null, constant("of nobody"));
    DeploymentWithDefinitions deployment =
        deploy("ann", process(SINGLE + "\"latest\""), constant("of ann"));

    assertThat(answer(startIn(deployment, 1))).isEqualTo("of ann");
  }

  @Test
  void a_decision_of_another_tenant_is_evaluated_if_it_says_so() {
    deploy("bob", constant("of bob"));
    DeploymentWithDefinitions deployment =
        deploy(null, process(SINGLE + "\"latest\" camunda:decisionRefTenantId=\"bob\""));

    assertThat(answer(startIn(deployment, 1))).isEqualTo("of bob");
  }

  @Test
  void a_decision_that_is_not_there_is_told_to_who_asks() {
    DeploymentWithDefinitions deployment = deploy(null, process(SINGLE + "\"deployment\""));

    assertThatThrownBy(() -> startIn(deployment, 1))
        .hasMessageContaining("no decision definition deployed with key 'dish'");
  }

  @Test
  void a_failed_evaluation_after_an_asynchronous_continuation_is_retried_and_becomes_an_incident() {
    DeploymentWithDefinitions deployment =
        deploy(
            null,
            process(RESULT + "camunda:asyncBefore=\"true\""),
            DmnSketch.document(dish("UNIQUE")));
    ProcessInstance instance = startIn(deployment, 5);

    for (int tries = 0; tries < 3; tries++) {
      engine.advance(Duration.ofHours(1));
    }

    Job job =
        engine.management().jobs(ListQuery.all()).stream()
            .filter(each -> each.processInstanceId().equals(instance.id()))
            .findFirst()
            .orElseThrow();
    assertThat(job.retries()).isZero();
    assertThat(job.exceptionMessage()).contains("UNIQUE");
    assertThat(
            engine.incidents().incidents(ListQuery.all()).stream()
                .filter(each -> each.processInstanceId().equals(instance.id())))
        .extracting(Incident::activityId)
        .containsExactly("decide");

    engine.runtime().changeVariables(instance.id(), Map.of("n", TypedValue.integer(99)), List.of());
    engine.management().setJobRetries(job.id(), 1);
    engine.advance(Duration.ZERO);

    assertThat(engine.waitsAt(instance)).containsExactly("after");
  }

  @Test
  void evaluated_decisions_are_kept_until_their_instance_is_deleted() {
    ProcessInstance instance =
        startIn(
            deploy(
                null,
                process(""),
                DmnSketch.document(
                    requiring(literal("dish", "sub + 1"), "sub"),
                    literal("sub", "sub", "integer", "n"))),
            5);

    assertThat(evaluated(instance)).containsExactly("dish", "sub");

    engine.runtime().deleteProcessInstance(instance.id(), null);
    engine.history().deleteHistoricProcessInstance(instance.id());

    assertThat(evaluated(instance)).isEmpty();
  }

  private static List<String> evaluated(ProcessInstance instance) {
    return Rows.strings(
        engine.database(),
        "select definition_key from decision_instance where process_instance_id = '%s' order by id"
            .formatted(instance.id()));
  }

  @Test
  void a_document_that_cannot_be_evaluated_is_refused_with_all_that_comes_with_it() {
    byte[] broken = bytes(DmnSketch.document(literal("dish", "1 +")));

    assertThatThrownBy(
            () ->
                engine
                    .repository()
                    .createDeployment(
                        new DeploymentRequest(
                            null,
                            null,
                            null,
                            false,
                            false,
                            List.of(new Resource("d.dmn", broken)))))
        .hasMessageStartingWith("ENGINE-22004 Unable to transform DMN resource 'd.dmn'.");
  }
}
