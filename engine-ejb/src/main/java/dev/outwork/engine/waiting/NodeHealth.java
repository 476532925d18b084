package dev.outwork.engine.waiting;

import dev.outwork.api.health.Health;
import dev.outwork.api.health.HealthService;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.database.TellsOutages;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** The boundary of what a node knows of itself. */
@Stateless
@TellsOutages
@Local(HealthService.class)
public class NodeHealth implements HealthService {
  private static final Statement QUESTION = Statement.of("select 1");

  @Inject private Sql sql;
  @Inject private HintChannel hints;

  @Override
  public Health health() {
    sql.rows(QUESTION, row -> true);
    return new Health(hints.state());
  }
}
