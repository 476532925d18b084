package dev.outwork.mover.judging;

/** Whether a definition can be deployed on Outwork. */
public enum Verdict {
  DEPLOYS_AS_IS("deploys as it is"),
  CODE_BECOMES_TOPICS("deploys with code-becomes-topics"),
  REFUSED("does not deploy");

  private final String text;

  Verdict(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
