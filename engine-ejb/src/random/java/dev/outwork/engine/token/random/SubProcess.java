package dev.outwork.engine.token.random;

import java.util.List;

/** A sub-process. */
record SubProcess(String id, Scope scope) implements Activity {
  @Override
  public String title() {
    return "sub-process " + id;
  }

  @Override
  public List<Scope> parts() {
    return List.of(scope);
  }

  @Override
  public void draw(Drawing drawing, Repetition repetition) {
    drawing.activity("subProcess", id, "", "", repetition, scope.draw(drawing, "", ""));
  }

  @Override
  public void playInside(Reference reference, Region own, Runnable then) {
    scope.play(reference, own, then);
  }
}
