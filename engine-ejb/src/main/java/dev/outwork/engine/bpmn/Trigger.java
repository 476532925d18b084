package dev.outwork.engine.bpmn;

import java.util.Set;

/** The trigger of an event (BPMN 2.0, chapter 10.5.5). */
public sealed interface Trigger
    permits NoTrigger,
        MessageTrigger,
        SignalTrigger,
        TimerTrigger,
        ConditionalTrigger,
        ErrorTrigger,
        EscalationTrigger,
        CompensationTrigger,
        CancelTrigger {

  /**
   * Registers what has to be watched from outside; nothing for triggers thrown inside the instance.
   */
  default void arm(Watcher watcher) {}

  /** Whether it catches the thrown event, with its code or with any code. */
  default boolean catches(Thrown thrown) {
    return false;
  }

  /** Whether it catches a particular code, which takes precedence over catching any code. */
  default boolean isSpecific() {
    return true;
  }

  /** The variables that receive the values of {@link Thrown}. */
  default Captured captured() {
    return Captured.NOTHING;
  }

  default Set<Wait> waits() {
    return Set.of();
  }

  /**
   * The variables that receive the values of a thrown event.
   *
   * @param codeVariable null for none
   * @param messageVariable null for none
   */
  record Captured(String codeVariable, String messageVariable) {
    static final Captured NOTHING = new Captured(null, null);
  }

  /** Watches for triggers from outside the instance. */
  interface Watcher {
    void message(MessageTrigger message);

    void signal(SignalTrigger signal);

    void timer(TimerTrigger timer);

    void condition(ConditionalTrigger condition);
  }
}
