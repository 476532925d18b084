package dev.outwork.engine.expression;

/** Reads and writes JSON texts for expressions. */
public interface JsonFormat {
  /**
   * Throws {@link dev.outwork.api.ProcessEngineException} if the text is not JSON.
   *
   * @return a map, a list or a plain value
   */
  Object read(String text);

  String write(Object plain);
}
