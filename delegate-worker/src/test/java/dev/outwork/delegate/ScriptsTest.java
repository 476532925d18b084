package dev.outwork.delegate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.outwork.api.deployment.CodeProperty;
import org.junit.jupiter.api.Test;

/** Scripts run if a script engine is present. */
class ScriptsTest {
  private static TestTask script(String format, String text) {
    return TestTask.of("script", text, "script:" + format)
        .with(CodeProperty.FORMAT, format)
        .with(CodeProperty.RESULT_VARIABLE, "total");
  }

  @Test
  void a_script_sees_variables_and_the_execution_and_gives_back_its_value() {
    Outcome.Completed done =
        script("groovy", "execution.setVariable('seen', amount); amount * 2")
            .seeing("amount", 21)
            .completed();

    assertThat(done.variables()).containsExactly(entry("seen", 21));
    assertThat(done.localVariables()).containsExactly(entry(CodeProperty.RESULT, 42));
  }

  @Test
  void a_script_in_juel_is_an_expression() {
    assertThat(script("juel", "${amount + 1}").seeing("amount", 1).completed().localVariables())
        .containsExactly(entry(CodeProperty.RESULT, 2L));
  }

  @Test
  void a_script_can_be_a_file_of_the_class_path() {
    assertThat(
            script("groovy", "")
                .with(CodeProperty.RESOURCE, "classpath://scripts/answer.groovy")
                .completed()
                .localVariables())
        .containsExactly(entry(CodeProperty.RESULT, 42));
  }

  @Test
  void what_cannot_run_says_why() {
    assertThat(script("cobol", "STOP RUN.").failed().message())
        .isEqualTo(
            "The script of 'charge' is written in 'cobol': put a script engine for it on the class path of this worker");
    assertThat(
            script("groovy", "")
                .with(CodeProperty.RESOURCE, "deployment://x.groovy")
                .failed()
                .message())
        .contains("'deployment://x.groovy' of the deployment");
    assertThat(script("groovy", "").with(CodeProperty.RESOURCE, "x.groovy").failed().message())
        .contains("'x.groovy', which is not on the class path");
  }

  @Test
  void an_error_that_a_script_throws_is_raised() {
    assertThat(
            script("groovy", "throw new org.camunda.bpm.engine.delegate.BpmnError('LATE')")
                .worked())
        .isInstanceOf(Outcome.Raised.class);
  }
}
