package dev.outwork.mover.moving;

import dev.outwork.mover.verifying.RowDifference;

/** Is told what happens. Called by several threads. */
public interface MoveListener {
  /** These many root instances are done. */
  default void done(int roots) {}

  /** These many root instances that had ended are done. */
  default void endedDone(int roots) {}

  /** Root instances that had ended have no history at the other side, for one reason. */
  default void endedStay(long roots, String reason) {}

  /** One that was tried out could be moved. */
  default void canGo(String rootId) {}

  /** One stays where it is. */
  default void stays(String rootId, String reason) {}

  /** The sides differ. */
  default void differs(RowDifference difference) {}
}
