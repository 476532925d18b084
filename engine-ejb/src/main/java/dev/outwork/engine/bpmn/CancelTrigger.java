package dev.outwork.engine.bpmn;

/** Cancellation of the transaction that the event is attached to (BPMN 2.0, chapter 10.3.5). */
public record CancelTrigger() implements Trigger {
  @Override
  public boolean catches(Thrown thrown) {
    return thrown.kind() == Thrown.Kind.CANCEL;
  }
}
