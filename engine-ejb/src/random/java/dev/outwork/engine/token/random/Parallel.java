package dev.outwork.engine.token.random;

import java.util.List;

/** Several ways at once. */
record Parallel(String id, List<Block> parts) implements Block {
  @Override
  public String title() {
    return "parallel " + id;
  }

  @Override
  public Ends draw(Drawing drawing) {
    drawing.node("parallelGateway", id, "", "");
    drawing.node("parallelGateway", id + "_e", "", "");
    for (Block part : parts) {
      Ends ends = part.draw(drawing);
      drawing.flow(id, ends.first());
      drawing.flow(ends.last(), id + "_e");
    }
    return new Ends(id, id + "_e");
  }

  @Override
  public void play(Reference reference, Region in, Runnable then) {
    Runnable join = new Join(parts.size(), then);
    parts.forEach(part -> part.play(reference, in, join));
  }
}
