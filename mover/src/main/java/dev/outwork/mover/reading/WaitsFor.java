package dev.outwork.mover.reading;

/** What a token waits for, or what can happen to it while it waits. */
public enum WaitsFor {
  EXTERNAL_TASK("external task"),
  USER_TASK("user task"),
  MESSAGE("message"),
  SIGNAL("signal"),
  CONDITION("condition"),
  COMPENSATION("compensation, if it is thrown"),
  TIMER("timer"),
  ASYNC_JOB("asynchronous continuation"),
  OTHER_JOB("job"),
  CALLED_PROCESS("called process"),
  CALLED_CASE("called case"),
  JOIN("other tokens at a join"),
  MULTI_INSTANCE("its instances");

  private final String text;

  WaitsFor(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
