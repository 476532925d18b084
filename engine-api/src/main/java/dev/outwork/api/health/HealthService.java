package dev.outwork.api.health;

import dev.outwork.api.DatabaseUnavailableException;

/** Reports the health of a node (docs/rest-api.md, "Health"). */
public interface HealthService {
  /**
   * The health of this node, after a query to its database.
   *
   * @throws DatabaseUnavailableException if the database does not answer
   */
  Health health();
}
