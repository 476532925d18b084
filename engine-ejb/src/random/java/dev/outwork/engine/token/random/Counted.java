package dev.outwork.engine.token.random;

import java.util.List;

/**
 * A worker says how often a multi-instance activity is done.
 *
 * @param id of the activity
 * @param block the activity, with its events
 */
record Counted(String id, Block block) implements Block {
  private static final int CHOICES = 4;

  @Override
  public String title() {
    return "counted " + id;
  }

  @Override
  public List<Block> parts() {
    return List.of(block);
  }

  @Override
  public Ends draw(Drawing drawing) {
    Decision.draw(drawing, id);
    return new Ends(Decision.taskOf(id), block.draw(drawing).last());
  }

  @Override
  public void play(Reference reference, Region in, Runnable then) {
    Decision.play(
        reference,
        in,
        id,
        CHOICES,
        count -> {
          reference.count(in.key(id), count);
          block.play(reference, in, then);
        });
  }
}
