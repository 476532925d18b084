package dev.outwork.mover.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.mover.database.DatabaseException;
import dev.outwork.mover.database.DatabaseException.Kind;
import dev.outwork.mover.destination.TargetAddress;
import dev.outwork.mover.source.Slice;
import dev.outwork.mover.source.SourceAddress;
import dev.outwork.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A mover that is killed, or a database that goes: from one statement or commit on, both its
 * connections are dead. Started again, it finishes; whenever that was, each instance is active on
 * one side and on no other, and none that the source takes for moved is missing. What has ended
 * comes with them.
 */
class AbortedTest {
  private static final HistoryChoice ALL = new HistoryChoice(HistoryChoice.Kind.ALL, null);
  private static final int PARALLEL = 2;

  /** One that runs calls one that has ended. */
  private static final int RUNNING = PARALLEL + 1;

  private static final int ENDED = 2;

  private static final String MARK_TABLES =
      "select t.table_name from information_schema.tables t where upper(t.table_name) = 'OUTWORK_MOVED'";

  /** Killed at each so many statements; all of them take a minute. */
  private static final int STRIDE = Integer.getInteger("outwork.move.stride", 3);

  private BothEngines engines;

  @AfterEach
  void stop() {
    engines.close();
  }

  private void start(TestDatabase database) {
    engines = BothEngines.on(database);
    engines
        .camunda()
        .getRepositoryService()
        .createDeployment()
        .addString("subParallel.bpmn", ElementModels.all().get("subParallel"))
        .addString("calls.bpmn", ElementModels.all().get("calls"))
        .deploy();
    start("calls");
    complete();
    for (int i = 0; i < PARALLEL; i++) {
      start("subParallel");
    }
    String deleted = start("subParallel");
    engines.camunda().getRuntimeService().deleteProcessInstance(deleted, "a mistake");
  }

  private String start(String key) {
    return engines.camunda().getRuntimeService().startProcessInstanceByKey(key).getId();
  }

  /** The one that was called, to its end. */
  private void complete() {
    ExternalTaskService external = engines.camunda().getExternalTaskService();
    external
        .fetchAndLock(1, "alice")
        .topic(Driven.TOPIC, 600_000)
        .execute()
        .forEach(task -> external.complete(task.getId(), "alice"));
    TaskService tasks = engines.camunda().getTaskService();
    tasks.createTaskQuery().list().forEach(task -> tasks.complete(task.getId()));
  }

  private MoveSettings mortal() {
    MoveSettings settings = engines.settings(ALL);
    return new MoveSettings(
        new SourceAddress(
            MortalDriver.PREFIX + settings.source().url(),
            settings.source().user(),
            settings.source().password()),
        settings.sourceZone(),
        new TargetAddress(
            MortalDriver.PREFIX + settings.target().url(),
            settings.target().user(),
            settings.target().password()),
        settings.what(),
        2,
        1,
        Pace.UNLIMITED,
        settings.clock());
  }

  private List<String> activeThere() {
    return engines
        .camunda()
        .getRuntimeService()
        .createProcessInstanceQuery()
        .active()
        .list()
        .stream()
        .map(ProcessInstance::getId)
        .toList();
  }

  private List<String> activeHere() {
    return here("select i.id from process_instance i where i.state = 'ACTIVE'");
  }

  private List<String> here(String sql) {
    return engines.here(sql).stream().map(row -> row.get(0)).toList();
  }

  /** What the source takes for moved, and the target does not have. */
  private List<String> gone() {
    List<String> gone = new ArrayList<>();
    if (!engines.there(MARK_TABLES).isEmpty()) {
      engines
          .there("select m.root_id from outwork_moved m where m.state = 'MOVED'")
          .forEach(row -> gone.add(row.get(0)));
    }
    gone.removeAll(here("select i.id from process_instance i"));
    return gone;
  }

  /** How often it was killed until it lived to the end. */
  private int killedEverywhere(
      int stride, Consumer<MoveSettings> work, Consumer<MoveSettings> back) {
    for (int calls = 1; ; calls += stride) {
      MortalDriver.dieAfter(calls);
      boolean lives;
      try {
        work.accept(mortal());
        lives = MortalDriver.isAlive();
      } catch (RuntimeException killed) {
        lives = false;
      }
      MortalDriver.live();
      if (lives) {
        return calls;
      }
      Set<String> twice = new TreeSet<>(activeThere());
      twice.retainAll(activeHere());
      assertThat(twice).as("active on both sides when killed at %d", calls).isEmpty();
      assertThat(gone()).as("gone when killed at %d", calls).isEmpty();
      work.accept(mortal());
      back.accept(mortal());
    }
  }

  // Each takes longer on PostgreSQL.
  private static int stride(TestDatabase database) {
    return database == TestDatabase.H2 ? STRIDE : 4 * STRIDE;
  }

  private void assertAllHere() {
    assertThat(activeThere()).isEmpty();
    assertThat(activeHere()).hasSize(RUNNING);
    assertThat(here("select i.id from process_instance i where i.ended_at is not null"))
        .hasSize(ENDED);
    List<String> differences = new ArrayList<>();
    new Verify(
            engines.settings(ALL),
            new MoveListener() {
              @Override
              public void differs(dev.outwork.mover.verifying.RowDifference difference) {
                differences.add(difference.text());
              }
            })
        .verify(Slice.ALL);
    assertThat(differences).isEmpty();
  }

  private void assertAllThere() {
    assertThat(activeThere()).hasSize(RUNNING);
    for (String table :
        List.of("process_instance", "activity_instance", "variable", "external_task")) {
      assertThat(engines.here("select 1 from " + table)).as(table).isEmpty();
    }
  }

  private void move(MoveSettings settings) {
    new Move(settings, new MoveListener() {}).move(Slice.ALL);
  }

  private void undo(MoveSettings settings) {
    new Undo(settings, new MoveListener() {}).undo(Slice.ALL);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_move_that_is_killed_anywhere_is_finished_by_the_next(TestDatabase database) {
    start(database);

    int killed =
        killedEverywhere(
            stride(database),
            this::move,
            settings -> {
              assertAllHere();
              undo(settings);
              assertAllThere();
            });

    assertThat(killed).isGreaterThan(40);
    assertAllHere();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_way_back_that_is_killed_anywhere_is_finished_by_the_next(TestDatabase database) {
    start(database);
    move(engines.settings(ALL));

    int killed =
        killedEverywhere(
            stride(database),
            this::undo,
            settings -> {
              assertAllThere();
              move(settings);
              assertAllHere();
            });

    assertThat(killed).isGreaterThan(20);
    assertAllThere();
  }

  @Test
  void a_database_that_goes_while_it_is_looked_at_is_not_taken_for_another_one() {
    start(TestDatabase.H2);

    for (int calls = 1; calls <= 40; calls += 3) {
      MortalDriver.dieAfterAny(calls);

      assertThatThrownBy(() -> move(mortal()))
          .as("killed at %d", calls)
          .isInstanceOfSatisfying(
              DatabaseException.class,
              failure -> assertThat(failure.kind()).isNotEqualTo(Kind.NOT_SUPPORTED));
    }
    MortalDriver.live();
  }
}
