package dev.outwork.engine.bpmn.reader;

/** A rule on the structure of a scope; violations are problems. */
interface Rule {
  void check(Scope scope);
}
