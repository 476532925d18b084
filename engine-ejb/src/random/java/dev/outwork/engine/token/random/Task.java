package dev.outwork.engine.token.random;

/** A task for a worker. */
record Task(String id) implements Activity {
  @Override
  public String title() {
    return "task " + id;
  }

  @Override
  public void draw(Drawing drawing, Repetition repetition) {
    drawing.task(id, "", repetition);
  }

  @Override
  public void playInside(Reference reference, Region own, Runnable then) {
    reference.work(own, id, 1, choice -> then.run());
  }
}
