package dev.outwork.api.health;

import dev.outwork.api.DatabaseUnavailableException;

/** Tells how a node is (docs/rest-api.md, "Health"). */
public interface HealthService {
  /**
   * How this node is; its database has just answered.
   *
   * @throws DatabaseUnavailableException if the database does not answer
   */
  Health health();
}
