package dev.outwork.engine.expression;

/** A JSON node as in Camunda's Spin; its text is the JSON. */
public interface JsonNode {
  /** A map, a list or a plain value. */
  Object plain();
}
