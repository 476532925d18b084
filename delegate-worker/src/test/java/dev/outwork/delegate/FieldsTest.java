package dev.outwork.delegate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.outwork.api.deployment.CodeProperty;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.el.FixedValue;
import org.junit.jupiter.api.Test;

/** Fields of a model are injected as in Camunda 7. */
class FieldsTest {
  /** The common part of mails. */
  public static class Letter {
    private Expression text;

    protected String text(DelegateExecution execution) {
      return (String) text.getValue(execution);
    }
  }

  /** Writes a mail. */
  public static class Mail extends Letter implements JavaDelegate {
    private FixedValue to;
    private Expression subject;

    public void setSubject(Expression subject) {
      this.subject = subject;
    }

    @Override
    public void execute(DelegateExecution execution) {
      execution.setVariable(
          "mail",
          "%s: %s, %s"
              .formatted(to.getExpressionText(), subject.getValue(execution), text(execution)));
    }
  }

  /** Declares a text where an expression is required. */
  public static class Mistyped implements JavaDelegate {
    @SuppressWarnings("unused")
    private String to;

    @Override
    public void execute(DelegateExecution execution) {}
  }

  @Test
  void texts_are_fixed_and_expressions_are_evaluated_when_they_are_asked() {
    Outcome.Completed done =
        TestTask.of(Mail.class)
            .with(CodeProperty.FIELD + "to", "a@b.example")
            .with(CodeProperty.FIELD + "subject", "${stays}")
            .with(CodeProperty.FIELD_EXPRESSION + "text", "Dear ${name}")
            .seeing("name", "Ann")
            .completed();

    assertThat(done.variables()).containsExactly(entry("mail", "a@b.example: ${stays}, Dear Ann"));
  }

  @Test
  void a_field_that_is_missing_or_of_another_type_is_named() {
    assertThat(TestTask.of(Mail.class).with(CodeProperty.FIELD + "cc", "x").failed().message())
        .endsWith("FieldsTest$Mail a field 'cc', which it does not have");
    assertThat(TestTask.of(Mistyped.class).with(CodeProperty.FIELD + "to", "x").failed().message())
        .contains("field 'to'", "java.lang.String", "it must be an Expression");
  }
}
