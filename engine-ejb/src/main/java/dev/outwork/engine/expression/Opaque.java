package dev.outwork.engine.expression;

/** A value that an expression can pass on, but not read by itself. */
public interface Opaque {
  /** The value's name and format, for messages; never its content. */
  String description();

  /** Whether its text is XML, which the vocabulary can read. */
  default boolean isXml() {
    return false;
  }
}
