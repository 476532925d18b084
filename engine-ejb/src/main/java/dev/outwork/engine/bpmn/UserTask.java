package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.Expression;
import java.util.List;
import java.util.Set;

/**
 * User task (BPMN 2.0, chapter 10.3.4): waits until a person completes it. All expressions are
 * evaluated once, when the task is created; null where there is none.
 *
 * @param name the name of the task
 * @param description its documentation
 * @param candidateUsers each yields one name, or several separated by commas
 * @param candidateGroups each yields one name, or several separated by commas
 * @param dueDate yields a date, or a text in the format of {@code camunda:dueDate}
 * @param followUpDate yields a date, or a text in the format of {@code camunda:followUpDate}
 * @param priority an integer; null means 50
 * @param form the fields of its form
 */
public record UserTask(
    NodeInfo info,
    Expression name,
    Expression description,
    Expression assignee,
    List<Expression> candidateUsers,
    List<Expression> candidateGroups,
    Expression dueDate,
    Expression followUpDate,
    Expression priority,
    Expression formKey,
    FormInfo form,
    String compensates)
    implements FlowNode {
  public UserTask {
    candidateUsers = List.copyOf(candidateUsers);
    candidateGroups = List.copyOf(candidateGroups);
  }

  @Override
  public void enter(Token token) {
    token.openUserTask(this);
  }

  @Override
  public Set<Wait> waits() {
    return Set.of(Wait.USER_TASK);
  }
}
