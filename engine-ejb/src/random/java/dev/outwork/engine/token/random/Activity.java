package dev.outwork.engine.token.random;

/** A block that events can be attached to, and that can be done several times. */
interface Activity extends Block {
  String id();

  /** Draws the one node that it is. */
  void draw(Drawing drawing, Repetition repetition);

  /** The behaviour in the activity's own region. */
  void playInside(Reference reference, Region own, Runnable then);

  @Override
  default Ends draw(Drawing drawing) {
    draw(drawing, Repetition.NONE);
    return Ends.of(id());
  }

  @Override
  default void play(Reference reference, Region in, Runnable then) {
    Region own = in.inside(id());
    playInside(reference, own, own.endingBefore(then));
  }

  /** The multi-instance attributes of an activity. */
  record Repetition(String input, String loop) {
    static final Repetition NONE = new Repetition("", "");
  }
}
