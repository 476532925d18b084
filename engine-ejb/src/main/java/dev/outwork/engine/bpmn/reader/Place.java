package dev.outwork.engine.bpmn.reader;

/**
 * Where the start tag of an element ends, as XML parsers report it: line and column from 1; 0 if
 * unknown.
 */
public record Place(int line, int column) {
  public static final Place UNKNOWN = new Place(0, 0);
}
