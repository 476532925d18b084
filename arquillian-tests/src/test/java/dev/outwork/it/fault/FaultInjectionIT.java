package dev.outwork.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.outwork.it.cluster.Caller;
import dev.outwork.it.cluster.Cluster;
import dev.outwork.it.cluster.Load;
import dev.outwork.it.cluster.SharedPostgres;
import dev.outwork.it.fault.LockJournal.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Two nodes on a replicated PostgreSQL, some of whose callers come through a proxy, work while
 * things break in random order; then the whole history is checked. {@code
 * -Doutwork.faults.seconds=1800} breaks them for half an hour, {@code -Doutwork.faults.seed=} in
 * the order of another run.
 */
class FaultInjectionIT {
  private static final Duration LENGTH =
      Duration.ofSeconds(Long.getLong("outwork.faults.seconds", 25));
  private static final long SEED =
      Long.getLong("outwork.faults.seed", new Random().nextInt(1_000_000));
  private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(3);
  private static final int NODES = 2;
  private static final int STARTERS = 2;
  private static final int PAIRS_OF_WORKERS = 8;

  private final NotingLoad load = new NotingLoad();

  @Test
  void each_lock_holds_nothing_acknowledged_is_lost_and_every_instance_ends() throws Exception {
    System.out.printf("Faults for %d s: -Doutwork.faults.seed=%d%n", LENGTH.toSeconds(), SEED);
    try (SharedPostgres postgres = SharedPostgres.start();
        Cluster cluster = Cluster.start(NODES, postgres.settings())) {
      LockJournal journal = LockJournal.begin(postgres);
      cluster.node(0).rest().deploy("clustered.bpmn", Load.PROCESS.getBytes()).statusCode(200);
      Optional<ReloadedProxy> proxy = ReloadedProxy.before(cluster);
      begin(cluster, proxy);

      int faults =
          new Faults(cluster, postgres, load, proxy, SEED).happenUntil(Instant.now().plus(LENGTH));

      load.startNoMore();
      await().atMost(LONGEST_RECOVERY).until(() -> openTasks(postgres) == 0);
      load.end();
      if (proxy.isPresent()) {
        proxy.get().close();
      }
      check(postgres, journal, faults);
    }
  }

  private void begin(Cluster cluster, Optional<ReloadedProxy> proxy) {
    for (int i = 0; i < STARTERS; i++) {
      load.addStarter(new Caller(cluster, i % cluster.size()));
    }
    for (int i = 0; i < PAIRS_OF_WORKERS; i++) {
      int node = i % cluster.size();
      load.addWorker(new Caller(cluster, node));
      load.addWorker(
          proxy.map(any -> Caller.of(any.root())).orElseGet(() -> new Caller(cluster, node)));
    }
  }

  private void check(SharedPostgres postgres, LockJournal journal, int faults) throws Exception {
    Acknowledged acknowledged = load.acknowledged();
    List<Entry> entries = journal.entries();
    List<String> ended =
        postgres.ask("select i.id from process_instance i where i.state = 'COMPLETED'");
    System.out.printf(
        "%d faults, %d starts and %d completions acknowledged, %d instances, %d answers were errors%n",
        faults,
        acknowledged.started().size(),
        acknowledged.completed(),
        ended.size(),
        load.refused());

    assertThat(journal.takenWhileLive()).as("locks that were live and were taken").isEmpty();
    assertThat(acknowledged.takenAway(entries)).as("tasks taken from their workers").isEmpty();
    assertThat(acknowledged.lost(entries)).as("completions that are lost").isEmpty();
    assertThat(acknowledged.completedTwice()).as("tasks completed twice").isEmpty();
    assertThat(ended).as("ended instances").containsAll(acknowledged.started());
    assertThat(postgres.ask("select count(*) from process_instance"))
        .as("instances, all of which have ended")
        .containsExactly(String.valueOf(ended.size()));
    assertThat(postgres.ask("select count(*) from activity_instance a where a.activity_id = 'end'"))
        .as("times that the end was reached")
        .containsExactly(String.valueOf(ended.size()));
    assertThat(acknowledged.completed()).isPositive();
  }

  private static int openTasks(SharedPostgres postgres) throws Exception {
    return Integer.parseInt(postgres.ask("select count(*) from external_task").get(0));
  }
}
