package dev.outwork.engine.bpmn;

/**
 * A thrown event, which is caught by the innermost matching event (BPMN 2.0, chapter 10.5.6).
 *
 * @param code null if it has none
 * @param message may be null
 */
public record Thrown(Kind kind, String code, String message) {

  /** The kinds of thrown events. */
  public enum Kind {
    ERROR("Error"),
    ESCALATION("Escalation"),
    CANCEL("Cancellation");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  public static final Thrown CANCEL = new Thrown(Kind.CANCEL, null, null);

  /** A BPMN error. */
  public static Thrown error(String code, String message) {
    return new Thrown(Kind.ERROR, code, message);
  }

  public static Thrown escalation(String code) {
    return new Thrown(Kind.ESCALATION, code, null);
  }
}
