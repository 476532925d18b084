package dev.outwork.engine.database;

/** For callers that other beans may invoke while the application is still starting. */
public interface SchemaReadiness {
  /** Returns when the schema is up to date. */
  void await();
}
