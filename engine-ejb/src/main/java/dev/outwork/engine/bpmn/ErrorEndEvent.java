package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.Expression;

/**
 * Error end event (BPMN 2.0, chapter 10.5.3): throws an error; if nothing catches it, the token
 * ends here (docs/rest-api.md, "Propagation of BPMN errors").
 *
 * @param message {@code camunda:errorMessage} of the error; null for none
 */
public record ErrorEndEvent(NodeInfo info, String code, Expression message) implements FlowNode {
  @Override
  public void enter(Token token) {
    if (!token.raise(Thrown.error(code, message(token)))) {
      token.workIsDone();
    }
  }

  private String message(Token token) {
    Object text = message == null ? null : token.evaluate(message, "the error message");
    return text == null ? null : text.toString();
  }
}
