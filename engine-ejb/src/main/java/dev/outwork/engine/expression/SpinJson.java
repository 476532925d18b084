package dev.outwork.engine.expression;

/**
 * JSON as in Camunda's Spin, read-only.
 *
 * @param plain a map, a list or a plain value
 */
record SpinJson(Object plain, JsonFormat format) implements CallReceiver, JsonNode {

  SpinJson part(Object part) {
    return new SpinJson(part, format);
  }

  @Override
  public Kind kind() {
    return Kind.JSON;
  }

  /** The JSON text. */
  @Override
  public String toString() {
    return format.write(plain);
  }
}
