package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.Expression;
import java.util.List;

/**
 * Call activity (BPMN 2.0, chapter 10.3.6): starts an instance of another process and continues
 * when that has ended.
 *
 * @param calledElement yields the key of the process
 * @param binding selects the version
 * @param version yields the version, or the version tag; null for the other bindings
 * @param tenantId yields the tenant; null for that of the caller
 * @param businessKey yields the business key of the called instance; null for none
 * @param in variables for the called instance
 * @param out variables from the called instance
 */
public record CallActivity(
    NodeInfo info,
    Expression calledElement,
    Binding binding,
    Expression version,
    Expression tenantId,
    Expression businessKey,
    List<Mapping> in,
    List<Mapping> out,
    String compensates)
    implements FlowNode {

  /** {@code camunda:calledElementBinding}. */
  public enum Binding {
    LATEST,
    DEPLOYMENT,
    VERSION,
    VERSION_TAG
  }

  public CallActivity {
    in = List.copyOf(in);
    out = List.copyOf(out);
  }

  @Override
  public void enter(Token token) {
    token.call(this);
  }
}
