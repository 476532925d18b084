package dev.outwork.engine.token.random;

import java.util.List;

/** Done once, and again as long as a worker says so. */
record Loop(String id, Block body) implements Block {
  private static final int AGAIN = 1;

  @Override
  public String title() {
    return "loop " + id;
  }

  @Override
  public List<Block> parts() {
    return List.of(body);
  }

  @Override
  public Ends draw(Drawing drawing) {
    Ends ends = body.draw(drawing);
    Decision.draw(drawing, id);
    drawing.node("exclusiveGateway", id + "_b", "", "");
    drawing.node("exclusiveGateway", id + "_e", "", "");
    drawing.flow(id + "_b", ends.first());
    drawing.flow(ends.last(), Decision.taskOf(id));
    drawing.flow(id, id + "_b", Decision.is(id, AGAIN));
    String out = drawing.flow(id, id + "_e");
    drawing.node("exclusiveGateway", id, "default=\"%s\"".formatted(out), "");
    return new Ends(id + "_b", id + "_e");
  }

  @Override
  public void play(Reference reference, Region in, Runnable then) {
    body.play(
        reference,
        in,
        () ->
            Decision.play(
                reference,
                in,
                id,
                2,
                choice -> {
                  if (choice == AGAIN) {
                    play(reference, in, then);
                  } else {
                    then.run();
                  }
                }));
  }
}
