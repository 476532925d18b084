package dev.outwork.engine.token.random;

import java.util.List;

/** One block after the other. */
record Sequence(List<Block> parts) implements Block {
  @Override
  public String title() {
    return "sequence";
  }

  @Override
  public Ends draw(Drawing drawing) {
    Ends whole = null;
    for (Block part : parts) {
      Ends ends = part.draw(drawing);
      if (whole != null) {
        drawing.flow(whole.last(), ends.first());
      }
      whole = new Ends(whole == null ? ends.first() : whole.first(), ends.last());
    }
    return whole;
  }

  @Override
  public void play(Reference reference, Region in, Runnable then) {
    playFrom(0, reference, in, then);
  }

  private void playFrom(int index, Reference reference, Region in, Runnable then) {
    if (index == parts.size()) {
      then.run();
    } else {
      parts.get(index).play(reference, in, () -> playFrom(index + 1, reference, in, then));
    }
  }
}
