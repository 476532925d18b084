package dev.outwork.engine.bpmn.reader;

import static dev.outwork.engine.bpmn.reader.Drawing.around;
import static dev.outwork.engine.bpmn.reader.Drawing.messages;
import static dev.outwork.engine.bpmn.reader.Drawing.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.engine.bpmn.Async;
import dev.outwork.engine.bpmn.InputOutput;
import dev.outwork.engine.expression.Names;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsyncAndParametersTest {

  private static Async async(String attributes, String process) {
    String document = around("<task id=\"n\" " + attributes + "/>");
    return read(document.replace("<process ", "<process " + process + " "))
        .node("n")
        .info()
        .async();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "camunda:asyncBefore='true'     | true  | false",
        "camunda:async='true'           | true  | false",
        "camunda:asyncAfter='1'         | false | true",
        "camunda:asyncBefore='true' camunda:asyncAfter='true' camunda:exclusive='false' | true | true",
        "camunda:asyncBefore='false' camunda:asyncAfter='0' | false | false",
      })
  void a_transaction_ends_before_or_after_a_node(String attributes, boolean before, boolean after) {
    Async async = async(attributes, "");

    assertThat(async.before()).isEqualTo(before);
    assertThat(async.after()).isEqualTo(after);
  }

  @Test
  void the_priority_of_jobs_is_the_nodes_own_else_the_processs() {
    assertThat(async("", "")).isEqualTo(Async.NONE);
    assertThat(async("", "camunda:jobPriority=\"3\"").priority().text()).isEqualTo("3");
    assertThat(async("camunda:jobPriority=\"${x}\"", "camunda:jobPriority=\"3\"").priority().text())
        .isEqualTo("${x}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"R3/PT10M", "PT1M,PT10M", "PT5M", "${cycle}"})
  void a_model_can_define_the_retries_of_failed_jobs(String cycle) {
    String event =
        """
        <intermediateCatchEvent id="n"><extensionElements><camunda:failedJobRetryTimeCycle>%s</camunda:failedJobRetryTimeCycle></extensionElements>
          <timerEventDefinition><timeDuration>PT1M</timeDuration></timerEventDefinition></intermediateCatchEvent>"""
            .formatted(cycle);

    assertThat(read(around(event)).node("n").info().async().retryTimeCycle().text())
        .isEqualTo(cycle);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<task id='n' camunda:jobPriority='high'/> | has the camunda:jobPriority 'high', which is not a 32-bit integer",
        "<task id='n'><extensionElements><camunda:failedJobRetryTimeCycle>thrice</camunda:failedJobRetryTimeCycle></extensionElements></task> | cannot be executed: ",
        "<task id='n'><extensionElements><camunda:failedJobRetryTimeCycle>R3/soon</camunda:failedJobRetryTimeCycle></extensionElements></task> | cannot be executed: ",
      })
  void an_invalid_job_command_is_refused(String task, String message) {
    assertThat(messages(around(task))).singleElement().asString().startsWith("Task 'n' " + message);
  }

  @Test
  void a_parameter_is_a_text_an_expression_a_list_or_a_map() {
    assertThat(value("text")).isEqualTo("text");
    assertThat(value(" ${x} ")).isEqualTo("X");
    assertThat(value("")).isNull();
    assertThat(
            value(
                "<camunda:list><camunda:value>a</camunda:value><camunda:value>${x}</camunda:value><camunda:value/></camunda:list>"))
        .isEqualTo(Arrays.asList("a", "X", null));
    assertThat(
            value(
                """
                <camunda:map><camunda:entry key="${x}1">a</camunda:entry>
                  <camunda:entry key="b"><camunda:list><camunda:value>c</camunda:value></camunda:list></camunda:entry></camunda:map>"""))
        .isEqualTo(Map.of("X1", "a", "b", List.of("c")));
  }

  private static Object value(String content) {
    InputOutput inputOutput = read(around(task(content))).node("n").info().inputOutput();
    return inputOutput.inputs().get(0).value().evaluate(Names.of(Map.of("x", "X")));
  }

  private static String task(String content) {
    return """
        <task id="n"><extensionElements><camunda:inputOutput>
          <camunda:inputParameter name="p">%s</camunda:inputParameter></camunda:inputOutput></extensionElements></task>"""
        .formatted(content);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<camunda:list><camunda:script>1</camunda:script></camunda:list>     | contains camunda:script, which is not supported",
        "<camunda:map><camunda:entry>1</camunda:entry></camunda:map>         | has a parameter 'p' with a map entry without a key",
        "<camunda:map><camunda:entry key='a'>${f()}</camunda:entry></camunda:map> | has a parameter 'p' that is refused",
        "<camunda:list/><camunda:map/>                                       | has a parameter 'p' with more than one value",
        "<camunda:list><x:y xmlns:x='urn:x'/></camunda:list>                 | has a parameter 'p' that contains x:y, which is not supported",
      })
  void a_parameter_that_cannot_be_evaluated_is_reported(String content, String message) {
    assertThat(messages(around(task(content))))
        .singleElement()
        .asString()
        .startsWith("Task 'n' " + message);
  }
}
