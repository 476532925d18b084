package dev.outwork.mover.converting;

/** What becomes of variables that are serialized Java: the target never loads a class. */
public enum JavaValues {
  /** Their instance does not go. */
  REFUSE,
  /** They stay behind. */
  LEAVE_OUT,
  /** They go as bytes that nobody reads. */
  AS_BYTES
}
