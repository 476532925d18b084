package dev.outwork.engine.bpmn;

import java.util.List;

/** The process itself, the outermost scope (BPMN 2.0, chapter 10.2): ends with its last token. */
public record Process(NodeInfo info) implements FlowNode {
  @Override
  public void enter(Token token) {
    throw new IllegalStateException("No token can enter process '%s' itself".formatted(id()));
  }

  @Override
  public void leave(Token token) {
    token.leave(List.of());
  }
}
