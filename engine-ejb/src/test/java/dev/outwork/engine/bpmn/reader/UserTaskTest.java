package dev.outwork.engine.bpmn.reader;

import static dev.outwork.engine.bpmn.reader.Drawing.around;
import static dev.outwork.engine.bpmn.reader.Drawing.messages;
import static dev.outwork.engine.bpmn.reader.Drawing.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.engine.bpmn.UserTask;
import dev.outwork.engine.expression.Expression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserTaskTest {

  @Test
  void a_user_task_says_who_does_it_and_until_when() {
    UserTask task =
        userTask(
            """
            <userTask id="n" name="Check ${id}" camunda:assignee="${boss}" camunda:candidateUsers="mary, ${empty a ? 'x, y' : b}"
                camunda:candidateGroups="sales,${groups}" camunda:dueDate="${due}" camunda:followUpDate="2026-11-24T12:00:00Z"
                camunda:priority="70" camunda:formKey="embedded:form.html">
              <documentation>What to do with ${id}</documentation>
            </userTask>""");

    assertThat(task.name().text()).isEqualTo("Check ${id}");
    assertThat(task.description().text()).isEqualTo("What to do with ${id}");
    assertThat(task.assignee().text()).isEqualTo("${boss}");
    assertThat(task.candidateUsers())
        .extracting(Expression::text)
        .containsExactly("mary", "${empty a ? 'x, y' : b}");
    assertThat(task.candidateGroups())
        .extracting(Expression::text)
        .containsExactly("sales", "${groups}");
    assertThat(task.dueDate().text()).isEqualTo("${due}");
    assertThat(task.followUpDate().text()).isEqualTo("2026-11-24T12:00:00Z");
    assertThat(task.priority().text()).isEqualTo("70");
    assertThat(task.formKey().text()).isEqualTo("embedded:form.html");
    assertThat(task.info().name()).isEqualTo("Check ${id}");
  }

  @Test
  void a_user_task_that_says_nothing_has_nothing() {
    UserTask task = userTask("<userTask id=\"n\"/>");

    assertThat(task.name()).isNull();
    assertThat(task.description()).isNull();
    assertThat(task.assignee()).isNull();
    assertThat(task.candidateUsers()).isEmpty();
    assertThat(task.candidateGroups()).isEmpty();
    assertThat(task.dueDate()).isNull();
    assertThat(task.priority()).isNull();
    assertThat(task.formKey()).isNull();
  }

  @Test
  void people_may_be_named_as_bpmn_does() {
    UserTask task =
        userTask(
            """
            <userTask id="n">
              <humanPerformer><resourceAssignmentExpression><formalExpression>${boss}</formalExpression></resourceAssignmentExpression></humanPerformer>
              <potentialOwner><resourceAssignmentExpression><formalExpression>user(mary), group(sales), support</formalExpression></resourceAssignmentExpression></potentialOwner>
            </userTask>""");

    assertThat(task.assignee().text()).isEqualTo("${boss}");
    assertThat(task.candidateUsers()).extracting(Expression::text).containsExactly("mary");
    assertThat(task.candidateGroups())
        .extracting(Expression::text)
        .containsExactly("sales", "support");
  }

  private static UserTask userTask(String xml) {
    return (UserTask) read(around(xml)).node("n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "camunda:priority='high'         | has the camunda:priority 'high', which is not a 32-bit integer",
        "camunda:dueDate='tomorrow'      | cannot be executed: ",
        "camunda:followUpDate='PT'       | cannot be executed: ",
        "camunda:assignee='${a.b()}'     | has a camunda:assignee that is refused: Expression '${a.b()}' calls",
        "camunda:candidateUsers='x,${'   | has a camunda:candidateUsers that is refused",
        "camunda:formHandlerClass='X'    | has the attribute camunda:formHandlerClass, which is not supported: name a form",
      })
  void a_user_task_that_cannot_be_made_is_named(String attribute, String message) {
    assertThat(messages(around("<userTask id=\"n\" " + attribute + "/>")))
        .singleElement()
        .asString()
        .startsWith("User task 'n' ")
        .contains(message);
  }

  @Test
  void a_user_task_has_one_assignee() {
    String task =
        """
        <userTask id="n" camunda:assignee="mary">
          <humanPerformer><resourceAssignmentExpression><formalExpression>john</formalExpression></resourceAssignmentExpression></humanPerformer>
        </userTask>""";

    assertThat(messages(around(task))).containsExactly("User task 'n' has more than one assignee");
  }
}
