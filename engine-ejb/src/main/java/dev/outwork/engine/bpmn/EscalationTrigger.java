package dev.outwork.engine.bpmn;

/**
 * An escalation that is thrown inside (BPMN 2.0, chapter 10.5.6).
 *
 * @param code null to catch every escalation
 * @param captured variable for the escalation's code
 */
public record EscalationTrigger(String code, Captured captured) implements Trigger {
  @Override
  public boolean catches(Thrown thrown) {
    return thrown.kind() == Thrown.Kind.ESCALATION && (code == null || code.equals(thrown.code()));
  }

  @Override
  public boolean isSpecific() {
    return code != null;
  }
}
