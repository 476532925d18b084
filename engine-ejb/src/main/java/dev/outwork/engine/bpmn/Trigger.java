package dev.outwork.engine.bpmn;

import java.util.Set;

/** What an event waits for (BPMN 2.0, chapter 10.5.5). */
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

  /** Says what the engine has to watch for; nothing for what is thrown inside the instance. */
  default void arm(Watcher watcher) {}

  /** Whether it catches this very thing, be it by its code or by the lack of one. */
  default boolean catches(Thrown thrown) {
    return false;
  }

  /** Whether it catches for the code, which goes before what catches every code. */
  default boolean isSpecific() {
    return true;
  }

  /** Variables that tell what was caught, as {@link Thrown} names them. */
  default Captured captured() {
    return Captured.NOTHING;
  }

  default Set<Wait> waits() {
    return Set.of();
  }

  /**
   * The names of the variables that take what was caught.
   *
   * @param codeVariable null for none
   * @param messageVariable null for none
   */
  record Captured(String codeVariable, String messageVariable) {
    static final Captured NOTHING = new Captured(null, null);
  }

  /** Who watches for what cannot happen inside the instance. */
  interface Watcher {
    void message(MessageTrigger message);

    void signal(SignalTrigger signal);

    void timer(TimerTrigger timer);

    void condition(ConditionalTrigger condition);
  }
}
