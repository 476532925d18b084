package dev.outwork.engine.token.random;

import java.util.List;

/** A call of another process, which is given all variables and gives none back. */
record Call(String id, Scope called) implements Activity {
  @Override
  public String title() {
    return "call " + id;
  }

  @Override
  public List<Scope> parts() {
    return List.of(called);
  }

  @Override
  public void draw(Drawing drawing, Repetition repetition) {
    String key = drawing.called(id, called.draw(drawing, "", ""));
    drawing.activity(
        "callActivity",
        id,
        "calledElement=\"%s\"".formatted(key),
        "<camunda:in variables=\"all\"/>",
        repetition,
        "");
  }

  @Override
  public void playInside(Reference reference, Region own, Runnable then) {
    called.play(
        reference,
        own,
        () -> {
          // The work of another instance is not compensated with this one.
          own.undo();
          then.run();
        });
  }
}
