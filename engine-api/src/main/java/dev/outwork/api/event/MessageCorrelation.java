package dev.outwork.api.event;

/**
 * A message and its receivers.
 *
 * @param messageName required
 * @param variablesInResult whether the results contain the variables of their instances
 */
public record MessageCorrelation(
    String messageName,
    Receivers receivers,
    MessageMatch match,
    MessagePayload payload,
    boolean variablesInResult) {

  /** The receivers of a message. */
  public enum Receivers {
    /** The one execution that waits for it; otherwise the one process that it starts. */
    ONE,
    /** Every execution that waits for it, and every process that it starts. */
    ALL,
    /** The one process that it starts. */
    START_EVENT
  }

  /** A message without variables for exactly one receiver. */
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
