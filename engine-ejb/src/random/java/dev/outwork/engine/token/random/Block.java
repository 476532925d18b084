package dev.outwork.engine.token.random;

/** A part of a process with one way in and one way out. */
interface Block extends Part {
  Ends draw(Drawing drawing);

  /** The behaviour of the block. */
  void play(Reference reference, Region in, Runnable then);

  /** The nodes at which a block is entered and left; one for a single node. */
  record Ends(String first, String last) {
    static Ends of(String id) {
      return new Ends(id, id);
    }
  }
}
