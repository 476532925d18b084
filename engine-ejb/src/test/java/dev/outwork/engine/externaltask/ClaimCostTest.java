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
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a claim costs on PostgreSQL: as much as it takes, however many tasks are open or locked, on
 * this topic and on others (docs/rest-api.md, "Task distribution"). The plan of the claiming
 * statement itself is measured, once made for the very parameters and once made for any, as
 * PostgreSQL may choose to after a few executions.
 */
class ClaimCostTest {
  private static final int AT_A_TIME = 10;

  private static final Instant CREATED = Instant.parse("2026-03-01T00:00:00Z");

  /** A hundred priorities. */
  private static final String MANY = "(n * 7919) % 100";

  private static final String TASKS =
      """
      insert into external_task (id, topic_name, state, priority, created_at, worker_id, locked_until,
                                 process_instance_id, activity_instance_id, activity_id, scope_ids,
                                 process_definition_id, definition_key)
      select lpad(n::text, 36, '0'), %s, '%s', %s,
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
      statement.execute(TASKS.formatted("'a'", "OPEN", MANY, "null, null", 1, 20_000));
      statement.execute(TASKS.formatted("'a'", "LOCKED", MANY, live, 20_001, 40_000));
      statement.execute(
          TASKS.formatted("'other' || n % 100", "OPEN", MANY, "null, null", 40_001, 60_000));
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
      JsonObject plan = planOfAClaim(order, mode, "a", null);
      // Each is found once, and looked up once more to be updated.
      assertThat(rowsRead(plan)).as("rows read by %s", plan).isLessThanOrEqualTo(2 * AT_A_TIME);
      assertThat(blocksTouched(plan)).as("blocks touched by %s", plan).isLessThanOrEqualTo(500);
    }
  }

  /**
   * While anybody has an older transaction open, what was taken cannot be cleaned away: 20,000
   * entries at the head of the queue.
   */
  @ParameterizedTest
  @EnumSource(names = {"NONE", "OLDEST_FIRST", "BY_PRIORITY"})
  void a_claim_from_the_head_of_the_queue_does_not_walk_over_what_was_taken(Order order)
      throws Exception {
    QueueHead head =
        new QueueHead(CREATED.plusMillis(80_000), order.usePriority ? 5 : Long.MIN_VALUE, false);
    try (Connection older = engine.database().getConnection();
        Statement olderOne = older.createStatement();
        Connection connection = engine.database().getConnection();
        Statement statement = connection.createStatement()) {
      older.setAutoCommit(false);
      older.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      olderOne.executeQuery("select count(*) from external_task").close();
      statement.execute(TASKS.formatted("'taken'", "OPEN", "5", "null, null", 60_001, 80_000));
      statement.execute("delete from external_task where topic_name = 'taken'");
      statement.execute(TASKS.formatted("'taken'", "OPEN", "5", "null, null", 80_001, 80_020));
      for (String mode : List.of("force_custom_plan", "force_generic_plan")) {
        JsonObject plan = planOfAClaim(order, mode, "taken", head);
        assertThat(rowsRead(plan)).as("rows read by %s", plan).isLessThanOrEqualTo(2 * AT_A_TIME);
        assertThat(blocksTouched(plan)).as("blocks touched by %s", plan).isLessThanOrEqualTo(500);
      }
      statement.execute("delete from external_task where topic_name = 'taken'");
      older.rollback();
    }
  }

  private static JsonObject planOfAClaim(Order order, String mode, String topic, QueueHead head)
      throws SQLException {
    FetchAndLock request =
        new FetchAndLock(
            "alice",
            AT_A_TIME,
            order.usePriority,
            order.createTimeOrder,
            List.of(Topic.of(topic, Duration.ofMinutes(5))));
    String claim =
        Claim.text(request, List.of(new TopicArm(request.topics().get(0), 0, head)))
            .replace(":topic_0", "$1")
            .replace(":now", "$2")
            .replace(":most", "$3")
            .replace(":workerId", "$4")
            .replace(":until_0", "$5")
            .replace(":from_0", "$6")
            .replace(":least_0", "$7");
    try (Connection connection = engine.database().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set local plan_cache_mode = " + mode);
      statement.execute(
          "prepare claim (text, timestamptz, int, text, timestamptz, timestamptz, bigint) as "
              + claim);
      try (ResultSet rows =
          statement.executeQuery(
              "explain (analyze, buffers, format json) execute claim ('%s', '%s', %d, 'alice', '%s', '%s', %d)"
                  .formatted(
                      topic,
                      engine.clock().instant(),
                      AT_A_TIME,
                      engine.clock().instant(),
                      head == null ? CREATED : head.from(),
                      head == null ? 0 : head.leastPriority()))) {
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
