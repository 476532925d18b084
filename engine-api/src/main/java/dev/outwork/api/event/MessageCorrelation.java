package dev.outwork.api.event;

/**
 * A message, and whom it is meant for.
 *
 * @param messageName required
 * @param variablesInResult whether the results bring the variables of their instances
 */
public record MessageCorrelation(
    String messageName,
    Receivers receivers,
    MessageMatch match,
    MessagePayload payload,
    boolean variablesInResult) {

  /** Who may get it. */
  public enum Receivers {
    /** The one execution that waits for it; if there is none, the one process that it starts. */
    ONE,
    /** Every execution that waits for it, and every process that it starts. */
    ALL,
    /** The one process that it starts. */
    START_EVENT
  }

  /** For one receiver, whoever it is, and without variables. */
  public static MessageCorrelation of(String messageName) {
    return new MessageCorrelation(
        messageName, Receivers.ONE, MessageMatch.ANY, MessagePayload.NONE, false);
  }

  public MessageCorrelation to(Receivers other) {
    return new MessageCorrelation(messageName, other, match, payload, variablesInResult);
  }

  public MessageCorrelation where(MessageMatch other) {
    return new MessageCorrelation(messageName, receivers, other, payload, variablesInResult);
  }

  public MessageCorrelation with(MessagePayload other) {
    return new MessageCorrelation(messageName, receivers, match, other, variablesInResult);
  }

  public MessageCorrelation withVariablesInResult() {
    return new MessageCorrelation(messageName, receivers, match, payload, true);
  }
}
