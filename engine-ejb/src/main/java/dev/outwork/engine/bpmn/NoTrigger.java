package dev.outwork.engine.bpmn;

/** No trigger: a none start event, or a receive task without a message. */
public record NoTrigger() implements Trigger {
  public static final NoTrigger INSTANCE = new NoTrigger();
}
