package dev.outwork.engine.cost;

import dev.outwork.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * 100,000 process instances, of which the oldest 99,000 have ended and every thousandth is of
 * another definition. Each has one activity, variable, user task, incident, external task, line of
 * its log, job and subscription. Topics, assignees and messages have a hundred each.
 */
final class ManyRows {
  static final int ROWS = 100_000;

  /** The latest instances. */
  static final int RUNNING = 1_000;

  // As many digits for each, so that texts are in the order of numbers.
  private static final int FIRST = 100_001;

  static final int LAST = FIRST + ROWS - 1;

  // H2 keeps what it may have to undo.
  private static final int AT_A_TIME = 10_000;

  private static final List<String> STATEMENTS =
      List.of(
          """
          insert into process_instance (id, process_definition_id, definition_key, business_key, state,
                                        start_activity_id, started_at, ended_at, root_id)
          select 'i' || n, <definition>, <key>, 'b' || n, <COMPLETED or ACTIVE>, 'start', <at>, <end>, 'i' || n
            from <numbers>
          """,
          """
          insert into activity_instance (id, process_instance_id, parent_id, activity_id, activity_type, started_at,
                                         ended_at, canceled)
          select 'a' || n, 'i' || n, 'i' || n, 'work', 'serviceTask', <at>, <end>, false
            from <numbers>
          """,
          """
          insert into variable (id, process_instance_id, scope_id, name, type, long_value, created_at)
          select 'v' || n, 'i' || n, 'i' || n, 'amount', 'Integer', n, <at>
            from <numbers>
          """,
          """
          insert into external_task (id, topic_name, state, priority, created_at, process_instance_id,
                                     activity_instance_id, activity_id, scope_ids, process_definition_id, definition_key)
          select 'x' || n, 'topic' || mod(n, 1000), 'OPEN', 0, <at>, 'i' || n, 'a' || n, 'work', 'a' || n || ' i' || n,
                 <definition>, <key>
            from <numbers>
          """,
          """
          insert into external_task_log (id, logged_at, kind, external_task_id, topic_name, priority, activity_id,
                                         activity_instance_id, process_instance_id)
          select 'l' || n, <at>, 'CREATED', 'x' || n, 'topic' || mod(n, 1000), 0, 'work', 'a' || n, 'i' || n
            from <numbers>
          """,
          """
          insert into user_task (id, state, assignee, priority, created_at, ended_at, process_instance_id,
                                 activity_instance_id, activity_id, scope_ids, process_definition_id, definition_key)
          select 't' || n, <COMPLETED or OPEN>, 'user' || mod(n, 1000), 50, <at>, <end>, 'i' || n, 'a' || n, 'work',
                 'a' || n || ' i' || n, <definition>, <key>
            from <numbers>
          """,
          """
          insert into job (id, type, execution_id, activity_id, process_instance_id, process_definition_id,
                           definition_key, due_at, scheduled_at, retries, priority, suspended, created_at)
          select 'j' || n, 'TIMER', 'a' || n, 'work', 'i' || n, <definition>, <key>, <at>, <at>, mod(n, 1000), 0, false,
                 <at>
            from <numbers>
          """,
          """
          insert into incident (id, type, state, process_instance_id, process_definition_id, definition_key,
                                execution_id, activity_id, failed_activity_id, cause_incident_id, root_cause_incident_id,
                                configuration, created_at, ended_at)
          select 'n' || n, 'failedJob', <RESOLVED or OPEN>, 'i' || n, <definition>, <key>, 'a' || n, 'work', 'work',
                 'n' || n, 'n' || n, 'x' || n, <at>, <end>
            from <numbers>
          """,
          """
          insert into event_subscription (id, type, event_name, execution_id, activity_id, process_instance_id,
                                          process_definition_id, definition_key, created_at)
          select 's' || n, 'MESSAGE', 'message' || mod(n, 1000), 'a' || n, 'work', 'i' || n, <definition>, <key>, <at>
            from <numbers>
          """);

  private static final String ON_H2 =
      "(select x as n, dateadd(second, x, timestamp with time zone '2026-03-01 00:00:00+00') as at_n from system_range(%d, %d)) numbers";

  private static final String ON_POSTGRESQL =
      "(select n, timestamptz '2026-03-01 00:00:00+00' + n * interval '1 second' as at_n from generate_series(%d, %d) n) numbers";

  private ManyRows() {}

  /** Fills an empty database for two deployed definitions. */
  static void fill(DataSource database, TestDatabase kind, String common, String rare)
      throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : STATEMENTS) {
        String insert =
            each.replaceAll("<([A-Z]+) or ([A-Z]+)>", ended("'$1'", "'$2'"))
                .replace("<definition>", ofDefinition(common, rare))
                .replace("<key>", ofDefinition("common", "rare"))
                .replace("<end>", ended("at_n", "null"))
                .replace("<at>", "at_n")
                .replace("<numbers>", kind == TestDatabase.H2 ? ON_H2 : ON_POSTGRESQL);
        for (int n = FIRST; n <= LAST; n += AT_A_TIME) {
          statement.execute(insert.formatted(n, n + AT_A_TIME - 1));
        }
      }
      statement.execute("analyze");
    }
  }

  private static String ofDefinition(String common, String rare) {
    return "case mod(n, 1000) when 0 then '%s' else '%s' end".formatted(rare, common);
  }

  private static String ended(String then, String otherwise) {
    return "case when n <= %d then %s else %s end".formatted(LAST - RUNNING, then, otherwise);
  }
}
