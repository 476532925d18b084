package dev.outwork.engine.expression;

/** A part of JSON that an expression has read as Camunda's Spin does; its text is the JSON. */
public interface JsonNode {
  /** A map, a list or a plain value. */
  Object plain();
}
