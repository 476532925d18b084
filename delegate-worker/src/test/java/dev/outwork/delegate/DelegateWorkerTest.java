package dev.outwork.delegate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.outwork.api.deployment.CodeProperty;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The code called for a task, its input and its outcome. */
class DelegateWorkerTest {
  /** Doubles an amount. */
  public static class Doubling implements JavaDelegate {
    @Override
    public void execute(DelegateExecution execution) {
      execution.setVariable("amount", 2 * (Integer) execution.getVariable("amount"));
    }
  }

  /** Records its calls. */
  public static class Noting implements ExecutionListener, TaskListener {
    @Override
    public void notify(DelegateExecution execution) {
      execution.setVariable(
          "noted",
          "%s of %s".formatted(execution.getEventName(), execution.getCurrentActivityId()));
    }

    @Override
    public void notify(DelegateTask task) {
      task.setVariable(
          "noted", "%s of %s".formatted(task.getEventName(), task.getTaskDefinitionKey()));
    }
  }

  /** Listens to executions, not to tasks. */
  public static class OfExecutions implements ExecutionListener {
    @Override
    public void notify(DelegateExecution execution) {}
  }

  /** Throws a BPMN error. */
  public static class Declining implements JavaDelegate {
    @Override
    public void execute(DelegateExecution execution) {
      execution.setVariable("tried", true);
      throw new BpmnError("DECLINED", "too much");
    }
  }

  /** Throws an exception. */
  public static class Failing implements JavaDelegate {
    @Override
    public void execute(DelegateExecution execution) throws Exception {
      execution.setVariable("tried", true);
      throw new java.io.IOException("disk full");
    }
  }

  /** Moves tokens itself. */
  public static class Moving implements ActivityBehavior {
    @Override
    public void execute(ActivityExecution execution) {}
  }

  /** A bean with methods of its own. */
  public static class Till {
    public int charge(DelegateExecution execution, int amount) {
      execution.setVariable("charged", true);
      return amount + 1;
    }

    public void decline() {
      throw new BpmnError("DECLINED");
    }

    public void fail() {
      throw new IllegalStateException("the till is closed");
    }
  }

  @Test
  void a_class_is_instantiated_and_executed() {
    Outcome.Completed done = TestTask.of(Doubling.class).seeing("amount", 21).completed();

    assertThat(done.variables()).containsExactly(entry("amount", 42));
    assertThat(done.localVariables()).isEmpty();
  }

  @Test
  void code_is_called_with_its_own_class_loader() {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    ClassLoader own = new URLClassLoader(new URL[0], getClass().getClassLoader());
    AtomicReference<ClassLoader> seen = new AtomicReference<>();
    JavaDelegate delegate = execution -> seen.set(Thread.currentThread().getContextClassLoader());

    new DelegateWorker(Beans.of(Map.of("bean", delegate)), () -> own)
        .work(TestTask.of("delegateExpression", "${bean}", "bean").task());

    assertThat(seen).hasValue(own);
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
  }

  @Test
  void a_delegate_expression_names_a_bean() {
    Outcome.Completed done =
        TestTask.of("delegateExpression", "${doubling}", "doubling")
            .seeing("amount", 1)
            .completed(Beans.of(Map.of("doubling", new Doubling())));

    assertThat(done.variables()).containsExactly(entry("amount", 2));
  }

  @Test
  void an_expression_calls_methods_with_the_execution_and_variables() {
    Outcome.Completed done =
        TestTask.of("expression", "#{till.charge(execution, amount)}", "till.charge")
            .with(CodeProperty.RESULT_VARIABLE, "total")
            .seeing("amount", 41L)
            .completed(Beans.of(Map.of("till", new Till())));

    assertThat(done.variables()).containsExactly(entry("charged", true));
    assertThat(done.localVariables()).containsExactly(entry(CodeProperty.RESULT, 42));
  }

  @Test
  void an_expression_reads_and_calls_the_execution() {
    Outcome.Completed done =
        TestTask.of(
                "expression",
                "${execution.processBusinessKey} at ${execution.currentActivityId}: ${execution.getVariable('amount') + lines[0].price}",
                "execution.processBusinessKey")
            .with(CodeProperty.RESULT_VARIABLE, "text")
            .seeing("amount", 30)
            .seeing("lines", List.of(Map.of("price", 12)))
            .completed();

    assertThat(done.localVariables())
        .containsExactly(entry(CodeProperty.RESULT, "order-1 at charge: 42"));
  }

  @Test
  void what_nobody_takes_is_not_given_back() {
    Outcome.Completed done = TestTask.of("expression", "${1 + 1}", "expression").completed();

    assertThat(done.localVariables()).isEmpty();
  }

  @Test
  void listeners_are_told_of_their_event_at_their_element() {
    assertThat(TestTask.of(Noting.class).at("end").completed().variables())
        .containsExactly(entry("noted", "end of charge"));
    assertThat(TestTask.of(Noting.class).at("create").completed().variables())
        .containsExactly(entry("noted", "create of charge"));
  }

  @Test
  void a_java_delegate_can_listen_to_executions() {
    assertThat(TestTask.of(Doubling.class).at("start").seeing("amount", 3).completed().variables())
        .containsExactly(entry("amount", 6));
    for (Class<?> type : List.of(Doubling.class, OfExecutions.class)) {
      assertThat(TestTask.of(type).at("create").seeing("amount", 3).failed().message())
          .endsWith("is called at 'charge' and is not a TaskListener");
    }
  }

  @Test
  void an_error_of_the_process_is_raised_with_what_was_set_before() {
    Outcome expected = new Outcome.Raised("DECLINED", "too much", Map.of("tried", true));

    assertThat(TestTask.of(Declining.class).worked()).isEqualTo(expected);
  }

  @Test
  void an_error_that_a_bean_throws_is_raised_as_well() {
    Outcome outcome =
        TestTask.of("expression", "${till.decline()}", "till.decline")
            .worked(Beans.of(Map.of("till", new Till())));

    assertThat(outcome).isInstanceOf(Outcome.Raised.class);
  }

  @Test
  void anything_else_is_a_failure_with_its_message_and_stack_trace() {
    Outcome.Failed failed = TestTask.of(Failing.class).failed();

    assertThat(failed.message()).isEqualTo("disk full");
    assertThat(failed.details()).contains("java.io.IOException", "Failing.execute");
  }

  @Test
  void what_a_bean_throws_is_not_hidden_behind_its_expression() {
    Outcome outcome =
        TestTask.of("expression", "${till.fail()}", "till.fail")
            .worked(Beans.of(Map.of("till", new Till())));

    assertThat(((Outcome.Failed) outcome).message()).isEqualTo("the till is closed");
  }

  @Test
  void what_cannot_be_called_says_why() {
    assertThat(TestTask.of(Moving.class).failed().message())
        .contains("Moving is an ActivityBehavior", "JavaDelegate");
    assertThat(TestTask.of(Till.class).failed().message()).endsWith("is not a JavaDelegate");
    assertThat(TestTask.of("class", "com.acme.Gone", "com.acme.Gone").failed().message())
        .isEqualTo("The class com.acme.Gone of 'charge' is not on the class path of this worker");
    assertThat(TestTask.of("delegateExpression", "${nobody}", "nobody").failed().message())
        .startsWith("The expression '${nobody}' names neither a variable nor a bean");
    assertThat(
            TestTask.of("connector", "http-connector", "connector:http-connector")
                .failed()
                .message())
        .contains(
            "connector (http-connector)", "write a worker for topic 'connector:http-connector'");
  }

  @ParameterizedTest
  @CsvSource({
    "class, dev.outwork.delegate.DelegateWorkerTest$Doubling, till.charge",
    "expression, ${other.run(till.charge(execution))}, till.charge",
    "delegateExpression, ${other}, till",
    "script, 1 + 1, till.charge",
  })
  void a_topic_calls_its_own_code_only(String kind, String text, String topic) {
    TestTask task = TestTask.of(kind, text, topic).with(CodeProperty.FORMAT, "groovy");

    assertThat(task.failed().message())
        .startsWith("The task of 'charge' has topic '%s' but describes code".formatted(topic));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${text.getClass().forName('java.lang.Runtime')}",
        "${text.class.name}",
        "${text['class']}",
        "${text['getClass']()}",
        "${execution.getClass()}",
        "${type.forName('java.lang.Runtime')}",
      })
  void an_expression_does_not_reach_classes(String expression) {
    Outcome outcome =
        TestTask.of("expression", expression, expression.replaceAll("^..([\\w.]+).*", "$1"))
            .seeing("text", "t")
            .worked(Beans.of(Map.of("type", String.class)));

    assertThat(((Outcome.Failed) outcome).message()).contains("gives access to classes");
  }

  @Test
  void a_task_that_does_not_tell_its_code_says_what_is_missing() {
    assertThat(new TestTask().failed().message())
        .contains("code-becomes-topics", "with extension properties");
  }
}
