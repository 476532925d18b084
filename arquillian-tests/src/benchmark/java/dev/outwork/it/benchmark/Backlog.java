package dev.outwork.it.benchmark;

import java.util.ArrayList;
import java.util.List;

/** The cost of a fetch and a completion with a large backlog of other tasks. */
final class Backlog {
  private static final String KEY = "bench-backlog";
  private static final String TOPIC = "bench-backlog";

  // Tasks that are never completed: they only have to be skipped.
  private static final String FILL =
      """
      insert into external_task (id, topic_name, state, priority, created_at, worker_id, locked_until, process_instance_id,
                                 activity_instance_id, activity_id, scope_ids, process_definition_id, definition_key)
      select 'backlog-' || n, %s, '%s', %s, now() + interval '1 day' + n * interval '1 millisecond', %s, %s, 'backlog',
             'backlog-' || n, 'work', 'backlog', 'backlog', 'backlog'
        from generate_series(1, %d) n
      """;

  private final Bench bench;
  private final int instances;

  Backlog(Bench bench, int instances) {
    this.bench = bench;
    this.instances = instances;
    bench.engine().deploy("bench-backlog.bpmn", Models.one(KEY, TOPIC));
  }

  List<Row> run(int open, int locked) {
    List<Row> rows = new ArrayList<>();
    // The first round meets what is new to the server: one worker, another process.
    measure("empty table", "", Goal.NONE);
    Row empty = measure("empty table", "", Goal.NONE);
    rows.add(empty);
    fill("'" + TOPIC + "'", "OPEN", "0", open);
    rows.add(measure("%,d open on the same topic".formatted(open), "", compared(empty)));
    empty();
    fill("'other-' || n % 50", "OPEN", "0", open);
    rows.add(measure("%,d open on other topics".formatted(open), "", compared(empty)));
    empty();
    fill("'" + TOPIC + "'", "OPEN", "-1 - n % 100", open);
    rows.add(
        measure(
            "%,d open, of 100 priorities".formatted(open),
            "\"usePriority\":true,",
            compared(empty)));
    empty();
    fill("'" + TOPIC + "'", "LOCKED", "0", locked);
    rows.add(measure("%,d locked on the same topic".formatted(locked), "", compared(empty)));
    empty();
    return rows.stream().map(row -> row.comparedWith(empty, "the empty table")).toList();
  }

  private static Goal compared(Row empty) {
    return Goal.of("CPU <= %.2f".formatted(1.3 * empty.cpuForThousand()));
  }

  private Row measure(String name, String options, Goal goal) {
    bench.engine().start(KEY, instances);
    Workers crew = new Workers(bench.engine(), instances, TOPIC).with(options);
    Usage used = bench.measure(() -> crew.work(1, 10));
    crew.tally().verify(instances);
    return new Row("backlog: " + name, "tasks", instances, used, goal, "");
  }

  private void fill(String topic, String state, String priority, int count) {
    boolean isLocked = state.equals("LOCKED");
    bench
        .database()
        .execute(
            FILL.formatted(
                topic,
                state,
                priority,
                isLocked ? "'somebody'" : "null",
                isLocked ? "now() + interval '10 hours'" : "cast(null as timestamptz)",
                count));
    bench.database().execute("analyze external_task");
  }

  private void empty() {
    bench.database().execute("delete from external_task where process_instance_id = 'backlog'");
    bench.database().execute("vacuum analyze external_task");
  }
}
