package dev.outwork.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.decision.DecisionDefinition;
import dev.outwork.api.decision.DecisionRequirementsDefinition;
import dev.outwork.api.decision.DecisionService;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.engine.dmn.DmnSketch;
import dev.outwork.engine.testkit.GrantedEngineTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers may do with decisions once there are grants. */
class DecisionRightsTest extends GrantedEngineTest {
  private String discount;
  private String graph;

  /** A decision alone, and two in one document, whose definitions have a key of their own. */
  @BeforeEach
  void deployDecisions() {
    deploy("discount.dmn", DmnSketch.literal("discount", "1 + 1"));
    deploy(
        "route.dmn",
        DmnSketch.requiring(DmnSketch.literal("route", "1 + 1"), "leg"),
        DmnSketch.literal("leg", "1"));
    discount =
        as("root", () -> decisions().latestDecisionDefinition("discount", null)).orElseThrow().id();
    graph =
        as("root", () -> decisions().latestDecisionRequirementsDefinition("graph", null))
            .orElseThrow()
            .id();
  }

  private static void deploy(String file, String... elements) {
    byte[] document = DmnSketch.document(elements).getBytes(StandardCharsets.UTF_8);
    as("root", () -> engine.repository().createDeployment(DeploymentRequest.of(file, document)));
  }

  private static List<Consumer<String>> operations() {
    return List.of(
        id -> decisions().evaluate(id, Map.of()), id -> decisions().updateHistoryTimeToLive(id, 5));
  }

  @Test
  void a_decision_that_one_may_not_see_is_one_that_does_not_exist() {
    operations().forEach(verb -> assertLikeMissing(discount, verb));
    as(
        "stranger",
        () -> {
          assertThat(decisions().decisionDefinition(discount)).isEmpty();
          assertThat(decisions().latestDecisionDefinition("discount", null)).isEmpty();
          assertThat(decisions().decisionModel(discount)).isEmpty();
        });
  }

  @Test
  void a_decision_that_one_may_only_see_is_not_evaluated() {
    operations().forEach(verb -> assertForbidden("reader", () -> verb.accept(discount)));

    assertThat(as("reader", () -> decisions().decisionModel(discount))).isPresent();
    assertThat(as("reader", () -> decisions().decisionDefinition(discount))).isPresent();
  }

  @Test
  void who_may_operate_on_a_decision_evaluates_it() {
    for (String user : List.of("clerk", "evaluator")) {
      assertThat(as(user, () -> decisions().evaluate(discount, Map.of()))).hasSize(1);
      assertThat(as(user, () -> decisions().latestDecisionDefinition("discount", null)))
          .isPresent();
    }
    as("clerk", () -> decisions().updateHistoryTimeToLive(discount, 5));
    assertThat(as("evaluator", () -> decisions().decisionModel(discount))).isEmpty();
  }

  @Test
  void a_document_of_several_decisions_is_granted_by_its_own_key() {
    assertThat(as("stranger", () -> decisions().decisionRequirementsModel(graph))).isPresent();
    assertThat(as("stranger", () -> decisions().decisionRequirementsDefinition(graph))).isPresent();
    as(
        "clerk",
        () -> {
          assertThat(decisions().decisionRequirementsModel(graph)).isEmpty();
          assertThat(decisions().decisionRequirementsDefinition(graph)).isEmpty();
          assertThat(decisions().latestDecisionRequirementsDefinition("graph", null)).isEmpty();
        });
  }

  @Test
  void lists_and_counts_have_what_one_may_read() {
    assertThat(seenBy("reader")).containsOnly("discount");
    assertThat(seenBy("clerk")).containsOnly("discount");
    assertThat(seenBy("stranger")).containsOnly("route", "graph");
    assertThat(seenBy("evaluator")).isEmpty();
    assertThat(seenBy("operator")).isEmpty();
    assertThat(seenBy("root")).containsOnly("discount", "route", "leg", "graph");
  }

  private static List<String> seenBy(String user) {
    return as(
        user,
        () -> {
          List<DecisionDefinition> found = decisions().decisionDefinitions(ListQuery.all());
          List<DecisionRequirementsDefinition> graphs =
              decisions().decisionRequirementsDefinitions(ListQuery.all());
          assertThat(decisions().countDecisionDefinitions(ListQuery.all())).isEqualTo(found.size());
          assertThat(decisions().countDecisionRequirementsDefinitions(ListQuery.all()))
              .isEqualTo(graphs.size());
          List<String> keys = new ArrayList<>(found.stream().map(DecisionDefinition::key).toList());
          graphs.forEach(one -> keys.add(one.key()));
          return keys;
        });
  }

  private static DecisionService decisions() {
    return engine.decisions();
  }
}
