package dev.outwork.engine.right;

import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.externaltask.WaitingRoom;
import dev.outwork.engine.database.Settings;
import dev.outwork.engine.testkit.Callers;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a fetch costs with grants, compared with one without: not part of the build, because time
 * depends on the machine. Two nodes on one PostgreSQL fetch the same tasks in turns, one task at a
 * time, on one thread; each is compared with the first of the same round, so that a busy machine
 * disturbs them alike.
 *
 * <pre>
 * mvn test -pl engine-ejb -am -Dtest=GrantedFetchMeasure -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
class GrantedFetchMeasure {
  private static final int GRANTS = 1_000;
  private static final int TASKS = 200;
  private static final int ROUNDS = 90;
  private static final int WARM_UP = 10;

  private static final String FILL =
      """
      insert into external_task (id, topic_name, state, priority, created_at, process_instance_id,
                                 activity_instance_id, activity_id, process_definition_id,
                                 definition_key)
      select 't' || n, 'parcel.999.pack', 'OPEN', 0,
             timestamptz '2026-03-01 00:00:00+00' + n * interval '1 millisecond', 'i' || n,
             'a' || n, 'work', 'd', 'working'
        from generate_series(1, %d) n
      """
          .formatted(TASKS);

  @TempDir static Path folder;

  private final Map<String, List<Double>> microseconds = new TreeMap<>();

  @Test
  void measure() throws Exception {
    Path file = folder.resolve("grants");
    List<String> lines = new ArrayList<>(ManyGrants.lines("many", GRANTS));
    lines.add("user one: fetch on topic parcel.*");
    lines.add("user root: everything");
    Files.write(file, lines);
    try (TestEngine open = TestEngine.on(TestDatabase.POSTGRESQL)) {
      // A node reads its grants when they are asked for the first time.
      round(open, "0 no grants, nobody", null, -1);
      System.setProperty(Settings.GRANTS_FILE, file.toString());
      try (TestEngine granted = open.anotherNode()) {
        for (int round = -WARM_UP; round < ROUNDS; round++) {
          int now = round;
          List<Turn> turns =
              new ArrayList<>(
                  List.of(
                      () -> round(open, "0 no grants, nobody", null, now),
                      () -> round(open, "1 no grants, a user", "many", now),
                      () -> round(granted, "2 everything", "root", now),
                      () -> round(granted, "3 one grant", "one", now),
                      () -> round(granted, "4 a thousand grants", "many", now)));
          Collections.rotate(turns, round);
          turns.forEach(Turn::take);
        }
      } finally {
        System.clearProperty(Settings.GRANTS_FILE);
      }
    }
    List<Double> first = microseconds.values().iterator().next();
    microseconds.forEach(
        (what, all) ->
            System.out.printf(
                "%-22s median %6.0f us, %.3f times the first of the same round%n",
                what,
                median(all),
                median(
                    IntStream.range(0, ROUNDS)
                        .mapToObj(round -> all.get(round) / first.get(round))
                        .toList())));
  }

  private static double median(List<Double> all) {
    return all.stream().sorted().toList().get(all.size() / 2);
  }

  private interface Turn {
    void take();
  }

  private void round(TestEngine engine, String what, String user, int round) {
    Rows.change(engine.database(), "delete from external_task");
    Rows.change(engine.database(), FILL);
    Rows.change(engine.database(), "analyze external_task");
    WaitingRoom room = engine.bean(WaitingRoom.class);
    FetchAndLock one =
        FetchAndLock.of("worker", 1, Topic.of("parcel.999.pack", Duration.ofMinutes(5)));
    long begin = System.nanoTime();
    int taken = user == null ? fetch(room, one) : Callers.as(user, () -> fetch(room, one));
    double each = (System.nanoTime() - begin) / 1_000.0 / TASKS;
    if (taken != TASKS) {
      throw new AssertionError("%s took %d tasks".formatted(what, taken));
    }
    if (round >= 0) {
      microseconds.computeIfAbsent(what, any -> new ArrayList<>()).add(each);
    }
  }

  private static int fetch(WaitingRoom room, FetchAndLock one) {
    int taken = 0;
    for (int i = 0; i < TASKS; i++) {
      List<LockedExternalTask> tasks = room.fetchAndLock(one);
      taken += tasks.size();
    }
    return taken;
  }
}
