package dev.outwork.comparison;

import static dev.outwork.comparison.Comparison.BOTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.history.HistoricDecisionClause;
import dev.outwork.api.history.HistoricDecisionInstance;
import dev.outwork.api.history.HistoricDecisionInstanceFilter;
import dev.outwork.api.history.HistoricDecisionInstanceSort;
import dev.outwork.api.identity.AuthenticatedUser;
import dev.outwork.api.variable.TypedValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricDecisionInputInstance;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Results of decisions, and their history. */
class DecisionComparisonTest {
  private static final ProcessEngine CAMUNDA = BOTH.camunda().engine();
  private static final Instant DATE = Instant.parse("2026-03-04T05:06:07.008Z");
  private static final String ORDER =
      "{\"lines\":[{\"price\":2,\"name\":\"a\"},{\"price\":3.5,\"name\":\"b\"}],\"city\":null}";

  private static String document(String decisions) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                     xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                     id="graph" name="Graph" namespace="http://test">
        %s
        </definitions>
        """
        .formatted(decisions);
  }

  private static String literal(String key, String typeRef, String text) {
    return """
        <decision id="%s" name="Literal">
          <variable id="%1$s-v" name="x" %s/>
          <literalExpression id="%1$s-e"><text><![CDATA[%s]]></text></literalExpression>
        </decision>
        """
        .formatted(key, typeRef.isEmpty() ? "" : "typeRef=\"" + typeRef + "\"", text);
  }

  private static void deploy(String document) {
    CAMUNDA.getRepositoryService().createDeployment().addString("d.dmn", document).deploy();
    BOTH.outwork()
        .engine()
        .repository()
        .createDeployment(DeploymentRequest.of("d.dmn", document.getBytes(StandardCharsets.UTF_8)));
  }

  /** The same variables for both engines. */
  private static Map<String, Object> variables(Map<String, Object> more) {
    Map<String, Object> variables = new HashMap<>(more);
    variables.put("d", DATE);
    variables.put("text", "some text");
    variables.put("nothing", null);
    return variables;
  }

  private static String onCamunda(String key, Map<String, Object> more) {
    Map<String, Object> variables = variables(more);
    variables.put("d", Date.from(DATE));
    variables.put("order", Spin.JSON(ORDER));
    try {
      DmnDecisionResult results =
          CAMUNDA.getDecisionService().evaluateDecisionByKey(key).variables(variables).evaluate();
      List<Map<String, String>> all = new ArrayList<>();
      for (var result : results) {
        Map<String, String> one = new TreeMap<>();
        result
            .getEntryMapTyped()
            .forEach(
                (name, value) ->
                    one.put(
                        name, shown(value.getValue()) + (value.getType() == null ? "" : " typed")));
        all.add(one);
      }
      return all.toString();
    } catch (RuntimeException refused) {
      return "refused";
    }
  }

  private static String onOutwork(String key, Map<String, Object> more) {
    Map<String, TypedValue> variables = new HashMap<>();
    variables(more).forEach((name, value) -> variables.put(name, TypedValue.untyped(value)));
    variables.put("order", TypedValue.json(ORDER));
    var decisions = BOTH.outwork().engine().decisions();
    try {
      List<Map<String, String>> all = new ArrayList<>();
      for (var result :
          decisions.evaluate(
              decisions.latestDecisionDefinition(key, null).orElseThrow().id(), variables)) {
        Map<String, String> one = new TreeMap<>();
        result.forEach(
            (name, entry) -> one.put(name, shown(entry.value()) + (entry.typed() ? " typed" : "")));
        all.add(one);
      }
      return all.toString();
    } catch (RuntimeException refused) {
      return "refused";
    }
  }

  /** Numbers with their class; times as texts, since only one engine has them as objects. */
  private static String shown(Object value) {
    if (value instanceof Date date) {
      return date.toInstant().toString();
    }
    if (value instanceof Number) {
      return value.getClass().getSimpleName() + " " + value;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, String> shown = new TreeMap<>();
      map.forEach((key, item) -> shown.put(String.valueOf(key), shown(item)));
      return shown.toString();
    }
    if (value instanceof Collection<?> items) {
      return items.stream().map(DecisionComparisonTest::shown).toList().toString();
    }
    return String.valueOf(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "`` ! 5",
        "`` ! 12345678901",
        "`` ! 1 / 3",
        "`` ! 100000000000000000000",
        "`` ! 1 / 0",
        "`` ! \"a\" + \"b\"",
        "`` ! null",
        "`` ! missing",
        "`` ! missing.part",
        "`` ! nothing",
        "`` ! text",
        "`` ! [1, 2.5, \"x\"]",
        "`` ! {a: 1, b: {c: [true]}}",
        "`` ! d",
        "`` ! d.year",
        "`` ! d > date and time(\"2026-03-04T05:06:07\")",
        "`` ! d + duration(\"P1D\")",
        "`` ! date(\"2026-01-31\") + duration(\"P1M\")",
        "`` ! date and time(\"2026-03-29T02:30:00@Europe/Berlin\")",
        "`` ! time(\"10:11:12\")",
        "`` ! duration(\"P1DT2H\")",
        "`` ! duration(\"P1Y2M\")",
        "`` ! @\"2026-01-01\"",
        "`` ! order.lines.price",
        "`` ! sum(order.lines[price > 2].price)",
        "`` ! order.city",
        "`` ! order.nothing",
        "`` ! order",
        "`` ! for line in order.lines return line.name",
        "`` ! some line in order.lines satisfies line.price > 3",
        "`` ! every line in order.lines satisfies line.price > 3",
        "`` ! for i in 1..3 return i * i",
        "`` ! if n > 2 then \"big\" else \"small\"",
        "`` ! n in [1..5]",
        "`` ! string(n)",
        "`` ! number(\"x\")",
        "`` ! substring(text, 2, 3)",
        "`` ! upper case(text)",
        "`` ! contains(text, \"me\")",
        "`` ! matches(text, \"s.*\")",
        "`` ! replace(text, \"e\", \"i\")",
        "`` ! {f: function(a) a + 1, r: f(2)}.r",
        "`` ! sort([3, 1, 2], function(x, y) x < y)",
        "`` ! n + text",
        "integer ! 5",
        "integer ! 5.7",
        "integer ! \"5\"",
        "integer ! \"x\"",
        "long ! 5",
        "double ! 5",
        "string ! 5",
        "string ! d",
        "boolean ! true",
        "boolean ! \"true\"",
        "date ! d",
        "date ! date(\"2026-01-02\")",
        "date ! date and time(\"2026-01-02T03:04:05\")",
        "date ! date and time(\"2026-01-02T03:04:05Z\")",
        "date ! \"2026-01-02T03:04:05\"",
        "date ! \"2026-01-02\"",
        "number ! 5",
        "integer ! null",
      })
  void an_expression_yields_the_same(String typeRef, String text) {
    deploy(document(literal("comparedLiteral", typeRef, text)));

    Map<String, Object> variables = Map.of("n", 3);
    assertThat(onOutwork("comparedLiteral", variables))
        .isEqualTo(onCamunda("comparedLiteral", variables));
  }

  private static String table(String key, String hitPolicy) {
    return """
        <decision id="%s" name="Table" camunda:versionTag="tag">
          <decisionTable id="%1$s-t" %s>
            <input id="i1" label="Number"><inputExpression id="ie1" typeRef="integer"><text>n</text></inputExpression></input>
            <input id="i2" label="Date"><inputExpression id="ie2" typeRef="date"><text>d</text></inputExpression></input>
            <output id="o1" label="Out" name="out" typeRef="integer"/>
            <rule id="r1"><inputEntry id="a1"><text>&gt; 3</text></inputEntry><inputEntry id="b1"><text/></inputEntry><outputEntry id="c1"><text>7</text></outputEntry></rule>
            <rule id="r2"><inputEntry id="a2"><text>[1..10]</text></inputEntry><inputEntry id="b2"><text>-</text></inputEntry><outputEntry id="c2"><text>n + 2</text></outputEntry></rule>
            <rule id="r3"><inputEntry id="a3"><text>2, 4, not(1)</text></inputEntry><inputEntry id="b3"><text>&lt; date and time("2026-01-01T00:00:00")</text></inputEntry><outputEntry id="c3"><text>1</text></outputEntry></rule>
            <rule id="r4"><inputEntry id="a4"><text>null</text></inputEntry><inputEntry id="b4"><text>[date and time("2026-01-01T00:00:00")..date and time("2027-01-01T00:00:00")]</text></inputEntry><outputEntry id="c4"><text>null</text></outputEntry></rule>
          </decisionTable>
        </decision>
        """
        .formatted(key, hitPolicy);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hitPolicy='UNIQUE'",
        "hitPolicy='FIRST'",
        "hitPolicy='ANY'",
        "hitPolicy='RULE ORDER'",
        "hitPolicy='COLLECT'",
        "hitPolicy='COLLECT' aggregation='SUM'",
        "hitPolicy='COLLECT' aggregation='MIN'",
        "hitPolicy='COLLECT' aggregation='MAX'",
        "hitPolicy='COLLECT' aggregation='COUNT'",
        "hitPolicy='PRIORITY'",
        "hitPolicy='OUTPUT ORDER'"
      })
  void a_table_yields_and_keeps_the_same(String hitPolicy) {
    String key = "compared" + Integer.toHexString(hitPolicy.hashCode());
    String document = document(table(key, hitPolicy));
    boolean expected = isTaken(() -> deployOnCamunda(document));

    assertThat(isTaken(() -> deployOnOutwork(document))).isEqualTo(expected);
    if (expected) {
      for (Object n : new Object[] {-1, 1, 3, 5, 20, "6", "x", 2.5}) {
        assertThat(onOutwork(key, Map.of("n", n)))
            .as("n = %s", n)
            .isEqualTo(onCamunda(key, Map.of("n", n)));
      }
      assertThat(onOutwork(key, Map.of())).isEqualTo(onCamunda(key, Map.of()));
      assertThat(keptOnOutwork(key)).isEqualTo(keptOnCamunda(key));
    }
  }

  @Test
  void the_user_of_an_evaluation_is_stored_except_for_processes() {
    String key = "asked";
    String document = document(table(key, "hitPolicy='FIRST'"));
    deployOnCamunda(document);
    deployOnOutwork(document);
    String process =
        """
        <process id="asks" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="f1" sourceRef="start" targetRef="decide"/>
          <businessRuleTask id="decide" camunda:decisionRef="asked"/>
        </process>
        """;
    CAMUNDA.getIdentityService().setAuthenticatedUserId("mary");
    AuthenticatedUser.set("mary");
    try {
      onCamunda(key, Map.of("n", 1));
      onOutwork(key, Map.of("n", 1));
      BOTH.sameCourse(process, engine -> engine.start("asks", Map.of("n", 1)));
    } finally {
      CAMUNDA.getIdentityService().clearAuthentication();
      AuthenticatedUser.clear();
    }

    assertThat(keptOnOutwork(key)).isEqualTo(keptOnCamunda(key)).hasSize(2);
    assertThat(keptOnOutwork(key)).filteredOn(kept -> kept.contains(" by mary")).hasSize(1);
  }

  private static boolean isTaken(Runnable deployment) {
    try {
      deployment.run();
      return true;
    } catch (RuntimeException refused) {
      return false;
    }
  }

  private static void deployOnCamunda(String document) {
    CAMUNDA.getRepositoryService().createDeployment().addString("d.dmn", document).deploy();
  }

  private static void deployOnOutwork(String document) {
    BOTH.outwork()
        .engine()
        .repository()
        .createDeployment(DeploymentRequest.of("d.dmn", document.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> keptOnCamunda(String key) {
    return CAMUNDA
        .getHistoryService()
        .createHistoricDecisionInstanceQuery()
        .decisionDefinitionKey(key)
        .includeInputs()
        .includeOutputs()
        .list()
        .stream()
        .map(
            instance ->
                "%s %s %s %s %s %s %s by %s"
                    .formatted(
                        instance.getDecisionDefinitionName(),
                        instance.getActivityId(),
                        instance.getProcessDefinitionKey(),
                        instance.getCollectResultValue(),
                        instance.getRootDecisionInstanceId() != null,
                        instance.getInputs().stream()
                            .map(DecisionComparisonTest::kept)
                            .sorted()
                            .toList(),
                        instance.getOutputs().stream()
                            .map(DecisionComparisonTest::kept)
                            .sorted()
                            .toList(),
                        instance.getUserId()))
        .sorted()
        .toList();
  }

  private static String kept(HistoricDecisionInputInstance input) {
    return "%s %s %s %s"
        .formatted(
            input.getClauseId(),
            input.getClauseName(),
            input.getTypeName(),
            shown(input.getValue()))
        .toLowerCase();
  }

  private static String kept(HistoricDecisionOutputInstance output) {
    return "%s %s %s %s %s %s %s"
        .formatted(
            output.getClauseId(),
            output.getClauseName(),
            output.getRuleId(),
            output.getRuleOrder(),
            output.getVariableName(),
            output.getTypeName(),
            shown(output.getValue()))
        .toLowerCase();
  }

  private static List<String> keptOnOutwork(String key) {
    return BOTH
        .outwork()
        .engine()
        .history()
        .decisionInstances(
            ListQuery.<HistoricDecisionInstanceFilter, HistoricDecisionInstanceSort>all()
                .with(HistoricDecisionInstanceFilter.DECISION_DEFINITION_KEY, key))
        .stream()
        .map(DecisionComparisonTest::kept)
        .sorted()
        .toList();
  }

  private static String kept(HistoricDecisionInstance instance) {
    return "%s %s %s %s %s %s %s by %s"
        .formatted(
            instance.decisionDefinitionName(),
            instance.activityId(),
            instance.processDefinitionKey(),
            instance.collectResultValue(),
            instance.rootDecisionInstanceId() != null,
            instance.inputs().stream().map(DecisionComparisonTest::keptInput).sorted().toList(),
            instance.outputs().stream().map(DecisionComparisonTest::keptOutput).sorted().toList(),
            instance.userId());
  }

  private static String keptInput(HistoricDecisionClause input) {
    return "%s %s %s %s"
        .formatted(
            input.clauseId(),
            input.clauseName(),
            input.value().type().typeName(),
            shown(input.value().value()))
        .toLowerCase();
  }

  private static String keptOutput(HistoricDecisionClause output) {
    return "%s %s %s %s %s %s %s"
        .formatted(
            output.clauseId(),
            output.clauseName(),
            output.ruleId(),
            output.ruleOrder(),
            output.variableName(),
            output.value().type().typeName(),
            shown(output.value().value()))
        .toLowerCase();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "singleEntry ! hitPolicy='FIRST'",
        "singleEntry ! hitPolicy='COLLECT' aggregation='SUM'",
        "singleResult ! hitPolicy='FIRST'",
        "collectEntries ! hitPolicy='COLLECT'",
        "resultList ! hitPolicy='COLLECT'",
        "singleEntry ! hitPolicy='COLLECT'",
        "nonsense ! hitPolicy='FIRST'",
      })
  void a_business_rule_task_sets_the_same(String result, String hitPolicy) {
    String key = "rule" + Integer.toHexString((result + hitPolicy).hashCode());
    String decision = document(table(key + "Decision", hitPolicy));
    deployOnCamunda(decision);
    deployOnOutwork(decision);
    String process =
        """
        <process id="%s" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="f1" sourceRef="start" targetRef="decide"/>
          <businessRuleTask id="decide" camunda:decisionRef="${name}" camunda:resultVariable="answer"
                            camunda:mapDecisionResult="%s"/>
          <sequenceFlow id="f2" sourceRef="decide" targetRef="wait"/>
          <userTask id="wait-%1$s"/>
        </process>
        """
            .formatted(key, result)
            .replace("targetRef=\"wait\"", "targetRef=\"wait-" + key + "\"");

    for (int n : new int[] {-1, 3, 5}) {
      assertThat(course(BOTH.outwork(), process, key, n))
          .isEqualTo(course(BOTH.camunda(), process, key, n));
    }
    assertThat(keptOnOutwork(key + "Decision")).isEqualTo(keptOnCamunda(key + "Decision"));
  }

  /** Objects have different texts in each engine, so their contents are compared separately. */
  private static List<Object> course(Played engine, String process, String key, int n) {
    try {
      engine.deploy(Comparison.document(process));
      String id =
          engine.start(key, Map.of("n", n, "d", "2026-01-02T03:04:05", "name", key + "Decision"));
      return List.of(engine.course(id).without(Set.of("answer")), answer(engine, id));
    } catch (RuntimeException refused) {
      return List.of("refused");
    }
  }

  private static String answer(Played engine, String id) {
    if (engine == BOTH.camunda()) {
      return shown(CAMUNDA.getRuntimeService().getVariable(id, "answer"));
    }
    TypedValue answer = BOTH.outwork().engine().runtime().variable(id, "answer").orElseThrow();
    return shown(answer.hasJson() ? Spin.JSON(answer.value()).mapTo(Object.class) : answer.value());
  }

  @Test
  void decisions_that_require_others_are_kept_with_them() {
    deploy(
        document(
            """
            <decision id="comparedTop" name="Top">
              <variable id="vt" name="top" typeRef="string"/>
              <informationRequirement id="q1"><requiredDecision href="#comparedSub"/></informationRequirement>
              <informationRequirement id="q2"><requiredDecision href="#comparedTable"/></informationRequirement>
              <literalExpression id="lt"><text>"sum " + string(sub) + string(out)</text></literalExpression>
            </decision>
            <decision id="comparedSub" name="Sub">
              <variable id="vs" name="sub" typeRef="integer"/>
              <literalExpression id="ls"><text>n + 1</text></literalExpression>
            </decision>
            """
                + table("comparedTable", "hitPolicy='COLLECT'")));

    for (int n : new int[] {2, 5, 20}) {
      assertThat(onOutwork("comparedTop", Map.of("n", n)))
          .isEqualTo(onCamunda("comparedTop", Map.of("n", n)));
    }
    for (String key : List.of("comparedTop", "comparedSub", "comparedTable")) {
      assertThat(keptOnOutwork(key)).isNotEmpty().isEqualTo(keptOnCamunda(key));
    }
  }
}
