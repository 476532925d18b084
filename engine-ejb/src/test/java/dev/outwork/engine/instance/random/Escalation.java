package dev.outwork.engine.instance.random;

/** Throws an escalation, which may or may not be caught. */
record Escalation(String id, String code) implements Block {
  @Override
  public String title() {
    return "escalation " + id + " " + code;
  }

  @Override
  public Ends draw(Drawing drawing) {
    drawing.node("intermediateThrowEvent", id, "", drawing.escalation(id, code));
    return Ends.of(id);
  }

  @Override
  public void play(Reference reference, Region in, Runnable then) {
    if (in.isAlive()) {
      in.catcherOf(Event.Kind.ESCALATION, code).ifPresent(catcher -> catcher.then().run());
    }
    then.run();
  }
}
