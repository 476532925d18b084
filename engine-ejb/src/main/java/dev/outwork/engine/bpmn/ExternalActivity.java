package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.Expression;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A service, send or business rule task, or a message throw or end event, whose work an external
 * worker does (docs/rest-api.md, "External elements"). The token waits until the worker reports.
 *
 * @param topic evaluated once, when the task is created
 * @param priority evaluated once, when the task is created; null means 0
 * @param properties for workers that request them, in document order
 * @param errorEventDefinitions turn a report into a BPMN error, in document order
 */
public record ExternalActivity(
    NodeInfo info,
    Expression topic,
    Expression priority,
    Map<String, String> properties,
    List<ErrorEventDefinition> errorEventDefinitions,
    String compensates)
    implements FlowNode {

  /**
   * If {@code expression} is true for a report, the error is raised instead (docs/rest-api.md,
   * "Error event definitions").
   */
  public record ErrorEventDefinition(String errorCode, Expression expression) {}

  public ExternalActivity {
    errorEventDefinitions = List.copyOf(errorEventDefinitions);
  }

  @Override
  public void enter(Token token) {
    token.openExternalTask(this);
  }

  @Override
  public Set<Wait> waits() {
    return Set.of(Wait.EXTERNAL_TASK);
  }
}
