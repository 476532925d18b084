package dev.outwork.engine.externaltask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.FetchAndLock.CreateTimeOrder;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a claim costs on PostgreSQL: as much as it takes, however many tasks are open or locked, on
 * this topic and on others (wire section 9.1). The plan of the claiming statement itself is
 * measured, once made for the very parameters and once made for any, as PostgreSQL may choose to
 * after a few executions.
 */
class ClaimCostTest {
  private static final int AT_A_TIME = 10;

  private static final String TASKS =
      """
      insert into external_task (id, topic_name, state, priority, created_at, worker_id, locked_until,
                                 process_instance_id, activity_instance_id, activity_id, scope_ids,
                                 process_definition_id, definition_key)
      select lpad(n::text, 36, '0'), %s, '%s', (n * 7919) %% 100,
             timestamptz '2026-03-01 00:00:00+00' + n * interval '1 millisecond', %s,
             'i' || n, 'a' || n, 'work', 'a' || n || ' i' || n, 'd', 'working'
        from generate_series(%d, %d) n
      """;

  private static TestEngine engine;

  /** Orders in which tasks are asked for. */
  enum Order {
    NONE(false, null),
    NEWEST_FIRST(false, CreateTimeOrder.DESCENDING),
    OLDEST_FIRST(false, CreateTimeOrder.ASCENDING),
    BY_PRIORITY(true, null);

    private final boolean usePriority;
    private final CreateTimeOrder createTimeOrder;

    Order(boolean usePriority, CreateTimeOrder createTimeOrder) {
      this.usePriority = usePriority;
      this.createTimeOrder = createTimeOrder;
    }
  }

  /**
   * Of this topic 20,000 open tasks and 20,000 locked ones, and 20,000 open ones on a hundred
   * others.
   */
  @BeforeAll
  static void fill() throws Exception {
    engine = TestEngine.on(TestDatabase.POSTGRESQL);
    String live = "'bob', timestamptz '2026-03-01 10:00:00+00' + n * interval '1 millisecond'";
    try (Connection connection = engine.database().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(TASKS.formatted("'a'", "OPEN", "null, null", 1, 20_000));
      statement.execute(TASKS.formatted("'a'", "LOCKED", live, 20_001, 40_000));
      statement.execute(
          TASKS.formatted("'other' || n % 100", "OPEN", "null, null", 40_001, 60_000));
      statement.execute("analyze");
    }
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void a_claim_reads_no_more_tasks_than_it_takes(Order order) throws Exception {
    for (String mode : List.of("force_custom_plan", "force_generic_plan")) {
      JsonObject plan = planOfAClaim(order, mode);
      // Each is found once, and looked up once more to be updated.
      assertThat(rowsRead(plan)).as("rows read by %s", plan).isLessThanOrEqualTo(2 * AT_A_TIME);
      assertThat(blocksTouched(plan)).as("blocks touched by %s", plan).isLessThanOrEqualTo(500);
    }
  }

  private static JsonObject planOfAClaim(Order order, String mode) throws SQLException {
    FetchAndLock request =
        new FetchAndLock(
            "alice",
            AT_A_TIME,
            order.usePriority,
            order.createTimeOrder,
            List.of(Topic.of("a", Duration.ofMinutes(5))));
    String claim =
        Claim.statement(
                request, List.of(new TopicArm(request.topics().get(0), 0, null, order.usePriority)))
            .replace(":topic_0", "$1")
            .replace(":now", "$2")
            .replace(":most", "$3")
            .replace(":workerId", "$4")
            .replace(":until_0", "$5");
    try (Connection connection = engine.database().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set local plan_cache_mode = " + mode);
      statement.execute("prepare claim (text, timestamptz, int, text, timestamptz) as " + claim);
      try (ResultSet rows =
          statement.executeQuery(
              "explain (analyze, buffers, format json) execute claim ('a', '%s', %d, 'alice', '%s')"
                  .formatted(engine.clock().instant(), AT_A_TIME, engine.clock().instant()))) {
        rows.next();
        try (JsonReader reader = Json.createReader(new StringReader(rows.getString(1)))) {
          return reader.readArray().getJsonObject(0).getJsonObject("Plan");
        }
      } finally {
        statement.execute("deallocate claim");
        connection.rollback();
      }
    }
  }

  /** What the leaves of a plan have looked at, whether it was of use or not. */
  private static long rowsRead(JsonObject node) {
    return nodes(node)
        .filter(one -> one.getString("Node Type").endsWith("Scan"))
        .filter(one -> one.containsKey("Relation Name") || one.containsKey("Index Name"))
        .mapToLong(
            one ->
                Math.round(
                    one.getJsonNumber("Actual Loops").doubleValue()
                        * (one.getJsonNumber("Actual Rows").doubleValue()
                            + one.getInt("Rows Removed by Filter", 0))))
        .sum();
  }

  /** Of the whole plan: a node counts those of the nodes below it. */
  private static int blocksTouched(JsonObject plan) {
    return plan.getInt("Shared Hit Blocks") + plan.getInt("Shared Read Blocks");
  }

  private static Stream<JsonObject> nodes(JsonObject node) {
    Stream<JsonObject> below =
        node.containsKey("Plans")
            ? node.getJsonArray("Plans").getValuesAs(JsonObject.class).stream()
                .flatMap(ClaimCostTest::nodes)
            : Stream.empty();
    return Stream.concat(Stream.of(node), below);
  }
}
