package dev.outwork.engine.bpmn.reader;

/** How the elements of a scope must hang together; what does not is a problem. */
interface Rule {
  void check(Scope scope);
}
