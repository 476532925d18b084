package dev.outwork.engine.token.random;

import java.util.List;

/** Waits for several messages; the first one decides the way. */
record EventChoice(String id, List<Block> parts) implements Block {
  @Override
  public String title() {
    return "first event " + id;
  }

  @Override
  public Ends draw(Drawing drawing) {
    drawing.node("eventBasedGateway", id, "", "");
    drawing.node("exclusiveGateway", id + "_e", "", "");
    for (int way = 0; way < parts.size(); way++) {
      drawing.element("intermediateCatchEvent", event(way), "", drawing.message(event(way)));
      Ends ends = parts.get(way).draw(drawing);
      drawing.flow(id, event(way));
      drawing.flow(event(way), ends.first());
      drawing.flow(ends.last(), id + "_e");
    }
    return new Ends(id, id + "_e");
  }

  private String event(int way) {
    return id + "_" + way;
  }

  @Override
  public void play(Reference reference, Region in, Runnable then) {
    Region own = in.inside(id);
    for (int way = 0; way < parts.size(); way++) {
      Block part = parts.get(way);
      reference.hear(
          own,
          event(way),
          () -> {
            own.end();
            part.play(reference, in, then);
          });
    }
  }
}
