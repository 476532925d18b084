package dev.outwork.engine.database;

/** For those who may be called by other beans while the application is still starting. */
public interface SchemaReadiness {
  /** Returns when the schema is up to date. */
  void await();
}
