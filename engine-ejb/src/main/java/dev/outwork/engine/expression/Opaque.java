package dev.outwork.engine.expression;

/** A value that an expression can pass on, and not look into by itself. */
public interface Opaque {
  /** Which value it is and what form it has, for messages; never what is in it. */
  String description();

  /** Whether its text is XML, which the vocabulary can look into. */
  default boolean isXml() {
    return false;
  }
}
