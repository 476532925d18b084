package dev.outwork.mover.reading;

/** What is defined. */
public enum DefinitionKind {
  PROCESS,
  DECISION,
  CASE
}
