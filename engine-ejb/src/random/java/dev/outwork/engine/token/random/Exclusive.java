package dev.outwork.engine.token.random;

import java.util.List;

/** One of several ways. The last one is the default. */
record Exclusive(String id, List<Block> parts) implements Block {
  @Override
  public String title() {
    return "exclusive " + id;
  }

  @Override
  public Ends draw(Drawing drawing) {
    Decision.draw(drawing, id);
    String last = null;
    drawing.node("exclusiveGateway", id + "_e", "", "");
    for (int way = 0; way < parts.size(); way++) {
      Ends ends = parts.get(way).draw(drawing);
      if (way < parts.size() - 1) {
        drawing.flow(id, ends.first(), Decision.is(id, way));
      } else {
        last = drawing.flow(id, ends.first());
      }
      drawing.flow(ends.last(), id + "_e");
    }
    drawing.node("exclusiveGateway", id, "default=\"%s\"".formatted(last), "");
    return new Ends(Decision.taskOf(id), id + "_e");
  }

  @Override
  public void play(Reference reference, Region in, Runnable then) {
    Decision.play(reference, in, id, parts.size(), way -> parts.get(way).play(reference, in, then));
  }
}
