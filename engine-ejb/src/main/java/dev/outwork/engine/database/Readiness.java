package dev.outwork.engine.database;

import dev.outwork.api.health.HealthCheck;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What a node needs to do its work. */
@Collaborator
@Dependent
public class Readiness {
  static final Duration TOLERATED_DIFFERENCE = Duration.ofSeconds(10);

  private static final String DATABASE = "database";
  private static final String SCHEMA = "schema";
  private static final String CLOCK = "clock";

  private static final Statement QUESTION = Statement.of("select 1");
  private static final Statement MIGRATIONS =
      Statement.of(
          """
          select count(*) as failed
            from "outwork_schema_history" h
           where not h."success"
          """);

  private final Sql sql;
  private final Clock clock;

  @Inject
  Readiness(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** All checks; none throws an exception. */
  public List<HealthCheck> checks() {
    if (!answers(() -> sql.rows(QUESTION, row -> true).size() == 1)) {
      String reason = "The database does not answer";
      return List.of(
          HealthCheck.down(DATABASE, reason),
          HealthCheck.down(SCHEMA, reason),
          HealthCheck.down(CLOCK, reason));
    }
    return List.of(HealthCheck.up(DATABASE), schema(), clock());
  }

  private HealthCheck schema() {
    return answers(() -> sql.row(MIGRATIONS, row -> row.number("failed")).orElseThrow() == 0)
        ? HealthCheck.up(SCHEMA)
        : HealthCheck.down(SCHEMA, "The migrations are not complete");
  }

  // An embedded database has one node, with which it agrees.
  private HealthCheck clock() {
    if (sql.dialect() == Dialect.H2 || !(clock instanceof DatabaseClock ofDatabase)) {
      return HealthCheck.up(CLOCK);
    }
    return agrees(ofDatabase.difference());
  }

  static HealthCheck agrees(Duration difference) {
    return difference.compareTo(TOLERATED_DIFFERENCE) <= 0
        ? HealthCheck.up(CLOCK)
        : HealthCheck.down(
            CLOCK,
            "The time of this node differs from that of the database by %d s"
                .formatted(difference.toSeconds()));
  }

  private static boolean answers(Supplier<Boolean> question) {
    try {
      return question.get();
    } catch (RuntimeException e) {
      // Whatever the reason, the node cannot do its work; those who need the database report it.
      return false;
    }
  }
}
