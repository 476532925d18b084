package dev.outwork.engine.expression;

/**
 * One row of the vocabulary.
 *
 * @param result {@link Kind#ANY} if it depends on the values
 */
record Method(Kind receiver, String name, int arity, Kind result, Body body) {

  /** The implementation of a method. */
  interface Body {
    Object answer(Call call);
  }

  /** For example {@code substring/2}. */
  @Override
  public String toString() {
    return name + "/" + arity;
  }
}
