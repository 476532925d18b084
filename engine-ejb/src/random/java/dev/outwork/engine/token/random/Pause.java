package dev.outwork.engine.token.random;

/** A task in which nothing is done. */
record Pause(String id) implements Block {
  @Override
  public String title() {
    return "nothing " + id;
  }

  @Override
  public Ends draw(Drawing drawing) {
    drawing.node("task", id, "", "");
    return Ends.of(id);
  }

  @Override
  public void play(Reference reference, Region in, Runnable then) {
    then.run();
  }
}
