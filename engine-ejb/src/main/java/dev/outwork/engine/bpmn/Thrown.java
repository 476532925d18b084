package dev.outwork.engine.bpmn;

/**
 * Something thrown that looks for an event that catches it, from the inside to the outside (BPMN
 * 2.0, chapter 10.5.6).
 *
 * @param code null if it has none
 * @param message may be null
 */
public record Thrown(Kind kind, String code, String message) {

  /** What is thrown. */
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
