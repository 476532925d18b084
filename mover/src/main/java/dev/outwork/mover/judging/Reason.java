package dev.outwork.mover.judging;

/** Why a process instance cannot go. An instance may have several. */
public enum Reason {
  DEFINITION_REFUSED("its definition does not deploy"),
  /** A refinement of the first one: these instances are at the place that the refusal names. */
  ELEMENT_NOT_EXECUTED("it is at an element that is not executed"),
  JAVA_VALUES("it has variables that are serialized Java"),
  OF_CASE("it belongs to a case (CMMN)"),
  CALL_HIERARCHY("it calls, or is called by, an instance that cannot go");

  private final String text;

  Reason(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
