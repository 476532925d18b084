package dev.outwork.api.health;

import dev.outwork.api.DatabaseUnavailableException;
import java.util.List;

/** Reports the health of a node (docs/rest-api.md, "Health"). */
public interface HealthService {
  /**
   * The health of this node, after a query to its database.
   *
   * @throws DatabaseUnavailableException if the database does not answer
   */
  Health health();

  /**
   * Whether this node can do its work now: {@code database} answers, {@code schema} is up to date,
   * and {@code clock} agrees with that of the database. Always all three.
   */
  List<HealthCheck> readiness();
}
