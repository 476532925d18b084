package dev.outwork.comparison;

import static dev.outwork.comparison.Comparison.BOTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.deployment.DeploymentRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What output parameters and listeners of a business rule task can ask of its result. */
class DecisionResultComparisonTest {
  private static final String DECISIONS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="results" name="Results" namespace="http://test">
        <decision id="result-offers" name="Offers">
          <decisionTable id="t1" hitPolicy="COLLECT">
            <input id="i1"><inputExpression id="ie1" typeRef="integer"><text>amount</text></inputExpression></input>
            <output id="o1" name="gift" typeRef="string"/>
            <output id="o2" name="points" typeRef="integer"/>
            <rule id="r1"><inputEntry id="e1"><text>&gt; 0</text></inputEntry><outputEntry id="e2"><text>"pen"</text></outputEntry><outputEntry id="e3"><text>1</text></outputEntry></rule>
            <rule id="r2"><inputEntry id="e4"><text>&gt; 10</text></inputEntry><outputEntry id="e5"><text>"ink"</text></outputEntry><outputEntry id="e6"><text>2</text></outputEntry></rule>
          </decisionTable>
        </decision>
        <decision id="result-fee" name="Fee">
          <decisionTable id="t2">
            <input id="i2"><inputExpression id="ie2" typeRef="integer"><text>amount</text></inputExpression></input>
            <output id="o3" name="fee" typeRef="integer"/>
            <rule id="r3"><inputEntry id="e7"><text>&gt; 0</text></inputEntry><outputEntry id="e8"><text>7</text></outputEntry></rule>
          </decisionTable>
        </decision>
      </definitions>
      """;

  private static final String PROCESS =
      """
      <process id="%%s" isExecutable="true">
        <startEvent id="start"/>
        <sequenceFlow id="f1" sourceRef="start" targetRef="decide"/>
        <businessRuleTask id="decide" camunda:decisionRef="%s">
          <extensionElements><camunda:inputOutput>
            <camunda:outputParameter name="result"><![CDATA[%%s]]></camunda:outputParameter>
          </camunda:inputOutput></extensionElements>
        </businessRuleTask>
        <sequenceFlow id="f2" sourceRef="decide" targetRef="end"/>
        <endEvent id="end"/>
      </process>
      """;

  private static final List<String> EXPRESSIONS =
      List.of(
          "${decisionResult.getSingleResult().gift}",
          "${decisionResult.getSingleResult().get('gift')}",
          "${decisionResult.getSingleResult().fee}",
          "${decisionResult.getFirstResult().points + 1}",
          "${decisionResult.getFirstResult().none}",
          "${decisionResult.getFirstResult().get('none')}",
          "${decisionResult.getFirstResult().getEntry('points')}",
          "${decisionResult.getFirstResult().getEntry('none')}",
          "${decisionResult.getFirstResult().getFirstEntry()}",
          "${decisionResult.getFirstResult().getSingleEntry()}",
          "${decisionResult.getFirstResult().getEntryMap().size()}",
          "${decisionResult.getFirstResult().containsKey('gift')}",
          "${decisionResult.getFirstResult().getOrDefault('none', 'x')}",
          "${decisionResult.getFirstResult().values().size()}",
          "${decisionResult.getFirstResult().size()}",
          "${decisionResult.getFirstResult().isEmpty()}",
          "${decisionResult.getFirstResult() == null}",
          "${decisionResult.getSingleEntry()}",
          "${decisionResult.collectEntries('gift').size()}",
          "${decisionResult.collectEntries('gift').get(0)}",
          "${decisionResult.collectEntries('none').size()}",
          "${decisionResult.getResultList().size()}",
          "${decisionResult.get(1).points}",
          "${decisionResult[1].points}",
          "${decisionResult.size()}",
          "${decisionResult.isEmpty()}",
          "${empty decisionResult}",
          "${decisionResult == null}",
          "${decisionResult.singleResult}",
          "${decisionResult.singleResult.fee}",
          "${decisionResult.singleEntry}",
          "${decisionResult.getClass().getName().length() > 0 ? 'escaped' : ''}");

  @BeforeAll
  static void deployDecisions() {
    BOTH.camunda()
        .engine()
        .getRepositoryService()
        .createDeployment()
        .addString("results.dmn", DECISIONS)
        .deploy();
    BOTH.outwork()
        .engine()
        .repository()
        .createDeployment(
            DeploymentRequest.of("results.dmn", DECISIONS.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({"result-offers, 0", "result-offers, 5", "result-offers, 20", "result-fee, 5"})
  void every_call_answers_the_same(String decision, int amount) {
    String process = PROCESS.formatted(decision);
    Map<String, Object> variables = Map.of("amount", amount);
    Map<String, String> expected = new LinkedHashMap<>();
    Map<String, String> actual = new LinkedHashMap<>();

    for (String expression : EXPRESSIONS) {
      expected.put(expression, Evaluation.onCamunda(process, expression, variables));
      actual.put(expression, Evaluation.onOutwork(process, expression, variables));
    }

    expected.replaceAll((expression, answer) -> expression.contains("getClass") ? "fails" : answer);
    assertThat(actual).containsExactlyEntriesOf(expected);
    assertThat(actual.values()).anyMatch(answer -> !answer.equals(Evaluation.FAILS));
  }

  /** start --> decide (a listener at its end) --> end. */
  @Test
  void a_listener_at_the_end_sees_the_result_and_nobody_after_it() {
    Course course =
        BOTH.sameCourse(
            """
            <process id="result-listener" isExecutable="true">
              <startEvent id="start"/>
              <sequenceFlow id="f1" sourceRef="start" targetRef="decide"/>
              <businessRuleTask id="decide" camunda:decisionRef="result-fee">
                <extensionElements>
                  <camunda:executionListener event="end" expression="${execution.setVariable('fee', decisionResult.getSingleEntry())}"/>
                </extensionElements>
              </businessRuleTask>
              <sequenceFlow id="f2" sourceRef="decide" targetRef="end"/>
              <endEvent id="end"/>
            </process>
            """,
            engine -> engine.start("result-listener", Map.of("amount", 5)));

    assertThat(course.variables()).containsKey("fee").doesNotContainKey("decisionResult");
  }
}
