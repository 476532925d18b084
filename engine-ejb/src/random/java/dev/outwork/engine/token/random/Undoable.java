package dev.outwork.engine.token.random;

import java.util.List;

/** An activity with a compensation handler, which is a task. */
record Undoable(Activity activity) implements Activity {
  @Override
  public String id() {
    return activity.id();
  }

  @Override
  public String title() {
    return "can be undone";
  }

  @Override
  public List<Block> parts() {
    return List.of(activity);
  }

  @Override
  public void draw(Drawing drawing, Repetition repetition) {
    activity.draw(drawing, repetition);
    String event = id() + "_c";
    drawing.element(
        "boundaryEvent",
        event,
        "attachedToRef=\"%s\"".formatted(id()),
        "<compensateEventDefinition/>");
    drawing.task(handler(), "isForCompensation=\"true\"", Repetition.NONE);
    drawing.associate(event, handler());
  }

  private String handler() {
    return id() + "_u";
  }

  @Override
  public void playInside(Reference reference, Region own, Runnable then) {
    activity.playInside(
        reference,
        own,
        () -> {
          own.canBeUndoneBy(own.key(handler()));
          then.run();
        });
  }
}
