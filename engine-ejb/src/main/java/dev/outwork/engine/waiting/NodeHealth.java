package dev.outwork.engine.waiting;

import dev.outwork.api.health.Health;
import dev.outwork.api.health.HealthCheck;
import dev.outwork.api.health.HealthService;
import dev.outwork.engine.database.Readiness;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.database.TellsOutages;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** The boundary of the health of a node. */
@Stateless
@TellsOutages
@Local(HealthService.class)
public class NodeHealth implements HealthService {
  private static final Statement QUESTION = Statement.of("select 1");

  @Inject private Sql sql;
  @Inject private HintChannel hints;
  @Inject private Readiness readiness;

  @Override
  public Health health() {
    sql.rows(QUESTION, row -> true);
    return new Health(hints.state());
  }

  // A failure must not be one of a transaction.
  @Override
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public List<HealthCheck> readiness() {
    return readiness.checks();
  }
}
