package dev.outwork.comparison;

import static dev.outwork.comparison.Comparison.BOTH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Execution listeners and tasks whose expression sets a variable, or runs no code. */
class AssignmentsComparisonTest {

  private static String listener(String event, String expression) {
    return "<camunda:executionListener event=\"%s\" expression=\"${%s}\"/>"
        .formatted(event, expression);
  }

  private static String extensions(String... all) {
    return "<extensionElements>%s</extensionElements>".formatted(String.join("", all));
  }

  private static String flow(String id, String from, String to, String content) {
    return "<sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\">%s</sequenceFlow>"
        .formatted(id, from, to, content);
  }

  private static String flow(String id, String from, String to) {
    return flow(id, from, to, "");
  }

  private static String process(String key, String... content) {
    return "<process id=\"%s\" isExecutable=\"true\">%s</process>"
        .formatted(key, String.join("", content));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text. More",
        "${true}",
        "${null}",
        "${amount + 1}",
        "${amount > 1 ? name : 'small'}",
        "of ${name} ${amount}",
        "${execution.getVariable('name').length()}",
        "${execution.hasVariable('nothing')}",
        "${empty name}",
        "${execution.currentActivityId}",
      })
  void the_value_of_an_expression_that_is_no_code_becomes_the_result(String expression) {
    String key = "plain" + Integer.toHexString(expression.hashCode());
    String tasks =
        process(
            key,
            "<startEvent id=\"start\"/>",
            flow("f1", "start", "one"),
            "<serviceTask id=\"one\" camunda:expression=\"%s\" camunda:resultVariable=\"r\"/>"
                .formatted(expression),
            flow("f2", "one", "two"),
            "<sendTask id=\"two\" camunda:expression=\"%s\"/>".formatted(expression),
            flow("f3", "two", "three"),
            "<businessRuleTask id=\"three\" camunda:expression=\"%s\" camunda:resultVariable=\"name\"/>"
                .formatted(expression),
            flow("f4", "three", "end"),
            "<endEvent id=\"end\"/>");

    Course course =
        BOTH.sameCourse(tasks, engine -> engine.start(key, Map.of("amount", 5, "name", "Ann")));

    assertThat(course.state()).isEqualTo("COMPLETED");
    assertThat(course.variables()).containsKey("r");
  }

  @Test
  void listeners_set_variables_between_the_parameters_of_a_node() {
    Map<String, String> variables =
        BOTH.sameCourse(
                process(
                    "assigned-around",
                    "<startEvent id=\"start\">",
                    extensions(listener("end", "execution.setVariable('a', execution.eventName)")),
                    "</startEvent>",
                    flow("f1", "start", "work"),
                    "<task id=\"work\" name=\"Do it\">",
                    extensions(
                        listener("start", "execution.setVariable('seen', mine)"),
                        listener("start", "execution.setVariable('again', seen.concat('!'))"),
                        listener("start", "execution.setVariable('mine', 'changed')"),
                        listener("start", "execution.setVariableLocal('own', 5)"),
                        listener(
                            "start", "execution.setVariable('at', execution.currentActivityName)"),
                        listener("end", "execution.setVariable('v', execution.eventName)"),
                        listener(
                            "end", "execution.setVariable('early', execution.getVariable('o'))"),
                        "<camunda:inputOutput><camunda:inputParameter name=\"mine\">in</camunda:inputParameter>",
                        "<camunda:outputParameter name=\"o\">${v} ${mine} ${own}</camunda:outputParameter></camunda:inputOutput>"),
                    "</task>",
                    flow("f2", "work", "end"),
                    "<endEvent id=\"end\">",
                    extensions(
                        listener("start", "execution.setVariable('last', 'x, (y)')"),
                        listener(
                                "start",
                                " execution . setVariable ( 'sum' , [1,2][1] == 2 ? 1 + 1 : 0 ) ")
                            .replace("[1,2][1] == 2", "last.length() == 6")),
                    "</endEvent>"),
                engine -> engine.start("assigned-around"))
            .variables();

    assertThat(variables)
        .containsEntry("o", "end changed 5")
        .containsEntry("early", "null")
        .containsEntry("sum", "2")
        .doesNotContainKeys("mine", "own");
  }

  @Test
  void
      a_flow_sets_variables_when_it_is_taken_before_the_asynchronous_continuation_of_the_next_node() {
    String set = "execution.setVariable('took', execution.getVariable('took').concat('%s '))";
    BOTH.sameCourse(
        process(
            "assigned-taken",
            "<startEvent id=\"start\"/>",
            flow(
                "f1",
                "start",
                "fork",
                extensions(listener("take", "execution.setVariable('took', '')"))),
            "<parallelGateway id=\"fork\"/>",
            flow("f2", "fork", "one", extensions(listener("take", set.formatted("f2")))),
            flow("f3", "fork", "two", extensions(listener("take", set.formatted("f3")))),
            "<task id=\"one\">",
            extensions(listener("start", set.formatted("one"))),
            "</task><task id=\"two\" camunda:asyncBefore=\"true\">",
            extensions(listener("start", set.formatted("two"))),
            "</task>",
            flow(
                "f4",
                "one",
                "join",
                extensions(
                    listener("take", "execution.setVariable('at', execution.currentActivityId)"))),
            flow(
                "f5",
                "two",
                "join",
                extensions(
                    listener(
                        "take", "execution.setVariable('by', execution.currentTransitionId)"))),
            "<parallelGateway id=\"join\"/>",
            flow("f6", "join", "wait"),
            "<userTask id=\"wait\"/>"),
        engine -> {
          String instance = engine.start("assigned-taken");
          assertThat(engine.course(instance).variables().get("took")).isEqualTo("f2 one f3 ");
          engine.runJobs();
          return instance;
        });
  }

  @Test
  void a_service_task_can_be_an_assignment() {
    BOTH.sameCourse(
        process(
            "assigned-task",
            "<startEvent id=\"start\"/>",
            flow("f1", "start", "set"),
            "<serviceTask id=\"set\" camunda:expression=\"#{execution.setVariable('total', net + net)}\"/>",
            flow("f2", "set", "scoped"),
            "<serviceTask id=\"scoped\" camunda:expression=\"${execution.setVariableLocal('total', 'hidden')}\">",
            extensions(
                "<camunda:inputOutput><camunda:outputParameter name=\"o\">${total}</camunda:outputParameter></camunda:inputOutput>"),
            "</serviceTask>",
            flow("f3", "scoped", "copy"),
            "<serviceTask id=\"copy\" camunda:expression=\"${execution.setVariable(name, execution.getVariable('unknown'))}\"/>",
            flow("f4", "copy", "sub"),
            "<subProcess id=\"sub\">",
            extensions(listener("start", "execution.setVariableLocal('total', 1)")),
            "<startEvent id=\"in\"/>",
            flow("f5", "in", "inner"),
            "<serviceTask id=\"inner\" camunda:expression=\"${execution.setVariable('total', 7)}\"/></subProcess>"),
        engine -> engine.start("assigned-task", Map.of("net", 20, "name", "copied")));
  }

  @Test
  void each_instance_of_a_multi_instance_activity_has_the_listeners() {
    BOTH.sameCourse(
        process(
            "assigned-many",
            "<startEvent id=\"start\"/>",
            flow("f1", "start", "many"),
            "<task id=\"many\">",
            extensions(
                listener(
                    "start",
                    "execution.setVariable('all', all.concat(execution.getVariable('loopCounter').toString()))")),
            "<multiInstanceLoopCharacteristics isSequential=\"true\"><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics></task>"),
        engine -> engine.start("assigned-many", Map.of("all", "")));
  }

  @Test
  void interrupted_activities_have_an_end() {
    BOTH.sameCourse(
        "<message id=\"assigned-stop\" name=\"assigned-stop\"/>"
            + process(
                "assigned-interrupted",
                "<startEvent id=\"start\"/>",
                flow("f1", "start", "ask"),
                "<userTask id=\"ask\">",
                extensions(listener("end", "execution.setVariable('gone', execution.canceled)")),
                "</userTask><boundaryEvent id=\"stop\" attachedToRef=\"ask\">",
                extensions(listener("start", "execution.setVariable('stopped', gone)")),
                "<messageEventDefinition messageRef=\"assigned-stop\"/></boundaryEvent>",
                flow("f2", "stop", "end"),
                "<endEvent id=\"end\"/>"),
        engine -> {
          String instance = engine.start("assigned-interrupted");
          engine.correlate("assigned-stop", Map.of());
          return instance;
        });
  }

  @Test
  void conditional_events_hear_of_it() {
    BOTH.sameCourse(
        process(
            "assigned-heard",
            "<startEvent id=\"start\"/>",
            flow(
                "f1",
                "start",
                "work",
                extensions(listener("take", "execution.setVariable('x', 1)"))),
            "<task id=\"work\">",
            extensions(listener("start", "execution.setVariable('y', 1)")),
            "</task>",
            flow("f2", "work", "wait"),
            "<userTask id=\"wait\"/>",
            "<subProcess id=\"sub\" triggeredByEvent=\"true\"><startEvent id=\"heard\" isInterrupting=\"false\">"
                + "<conditionalEventDefinition><condition xsi:type=\"tFormalExpression\">${x == 1}</condition></conditionalEventDefinition></startEvent></subProcess>"),
        engine -> engine.start("assigned-heard", Map.of("x", 0, "y", 0)));
  }

  @Test
  void listeners_of_the_process_come_first_and_last() {
    Map<String, String> variables =
        BOTH.sameCourse(
                process(
                    "assigned-process",
                    extensions(
                        listener("start", "execution.setVariable('a', given)"),
                        listener("start", "execution.setVariableLocal('b', a.concat('!'))"),
                        listener("end", "execution.setVariable('c', b.concat(last))")),
                    "<startEvent id=\"start\">",
                    extensions(listener("start", "execution.setVariable('last', b)")),
                    "</startEvent>",
                    flow("f1", "start", "end"),
                    "<endEvent id=\"end\"/>"),
                engine -> engine.start("assigned-process", Map.of("given", "g")))
            .variables();

    assertThat(variables).containsEntry("c", "g!g!");
  }
}
