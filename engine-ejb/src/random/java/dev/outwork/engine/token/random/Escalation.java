package dev.outwork.engine.token.random;

import java.util.Optional;

/**
 * Throws an escalation, which may or may not be caught. The throwing token continues before the one
 * that starts at the catching event, as in Camunda 7: a terminate end event on its way cancels the
 * latter.
 */
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
    Optional<Runnable> handler =
        in.isAlive()
            ? in.catcherOf(Event.Kind.ESCALATION, code).map(Region.Catcher::happen)
            : Optional.empty();
    then.run();
    handler.ifPresent(Runnable::run);
  }
}
