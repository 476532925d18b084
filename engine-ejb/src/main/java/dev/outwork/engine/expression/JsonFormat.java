package dev.outwork.engine.expression;

/** How JSON texts are read and written where an expression is evaluated. */
public interface JsonFormat {
  /**
   * Throws {@link dev.outwork.api.ProcessEngineException} if the text is no JSON.
   *
   * @return a map, a list or a plain value
   */
  Object read(String text);

  String write(Object plain);
}
