package dev.outwork.engine.bpmn.reader;

/**
 * The end of the start tag of an element, as reported by XML parsers: line and column from 1; 0 if
 * unknown.
 */
public record Place(int line, int column) {
  public static final Place UNKNOWN = new Place(0, 0);
}
