package dev.outwork.engine.instance.random;

/**
 * A task for a worker.
 *
 * @param canBeUndone whether it has a compensation handler, which is a task as well
 */
record Task(String id, boolean canBeUndone) implements Activity {
  @Override
  public String title() {
    return "task " + id + (canBeUndone ? ", can be undone" : "");
  }

  @Override
  public void draw(Drawing drawing, Repetition repetition) {
    drawing.task(id, "", repetition);
    if (canBeUndone) {
      drawing.node("boundaryEvent", id + "_c", "attachedToRef=\"%s\"".formatted(id), "<compensateEventDefinition/>");
      drawing.task(undoing(), "isForCompensation=\"true\"", Repetition.NONE);
      drawing.associate(id + "_c", undoing());
    }
  }

  @Override
  public void playInside(Reference reference, Region own, Runnable then) {
    reference.work(
        own,
        id,
        1,
        choice -> {
          if (canBeUndone) {
            own.canUndo(own.key(undoing()));
          }
          own.isDone();
          then.run();
        });
  }

  private String undoing() {
    return id + "_u";
  }
}
