package dev.outwork.engine.bpmn;

/**
 * A BPMN error that is thrown inside (BPMN 2.0, chapter 10.5.6).
 *
 * @param code null to catch every error
 * @param captured variables for the error's code and message
 */
public record ErrorTrigger(String code, Captured captured) implements Trigger {
  @Override
  public boolean catches(Thrown thrown) {
    return thrown.kind() == Thrown.Kind.ERROR && (code == null || code.equals(thrown.code()));
  }

  @Override
  public boolean isSpecific() {
    return code != null;
  }
}
