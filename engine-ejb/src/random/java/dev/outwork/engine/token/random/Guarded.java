package dev.outwork.engine.token.random;

import java.util.ArrayList;
import java.util.List;

/** An activity with boundary events. Interrupting ones lead to the same end. */
record Guarded(Activity activity, List<Event> events) implements Block {
  @Override
  public String title() {
    return "guarded";
  }

  @Override
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>(List.of(activity));
    parts.addAll(events);
    return parts;
  }

  @Override
  public Ends draw(Drawing drawing) {
    String end = activity.id() + "_m";
    drawing.node("exclusiveGateway", end, "", "");
    activity.draw(drawing, Activity.Repetition.NONE);
    drawing.flow(activity.id(), end);
    events.forEach(event -> event.drawAround(drawing, activity.id(), end));
    return new Ends(activity.id(), end);
  }

  @Override
  public void play(Reference reference, Region in, Runnable then) {
    Region own = in.inside(activity.id());
    events.forEach(event -> event.awaitAround(reference, own, in, then));
    activity.playInside(reference, own, own.endingBefore(then));
  }
}
