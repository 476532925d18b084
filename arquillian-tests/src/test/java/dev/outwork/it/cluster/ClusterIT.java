package dev.outwork.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.outwork.it.server.Pause;
import dev.outwork.it.server.RestApi;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Three nodes on one PostgreSQL work while everything that can break is broken. {@code
 * -Doutwork.cluster.rounds=20} does it so many times.
 */
class ClusterIT {
  private static final int ROUNDS = Integer.getInteger("outwork.cluster.rounds", 1);
  private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(3);
  private static final int MORE_REQUESTS_THAN_CONNECTIONS = 60;

  private static SharedPostgres postgres;
  private static Cluster cluster;

  private final Load load = new Load(cluster);

  private interface Fault {
    void happen() throws Exception;
  }

  @BeforeAll
  static void startNodes() throws Exception {
    postgres = SharedPostgres.start();
    cluster = Cluster.start(3, postgres.settings());
    rest(0).deploy("clustered.bpmn", Load.PROCESS.getBytes()).statusCode(200);
  }

  @AfterAll
  static void stopNodes() throws Exception {
    if (cluster != null) {
      cluster.close();
    }
    postgres.close();
  }

  @Test
  void every_instance_ends_and_each_task_is_done_once_despite_faults() throws Exception {
    load.begin();
    await().atMost(LONGEST_RECOVERY).until(() -> load.completed() > 20);
    for (int round = 0; round < ROUNDS; round++) {
      breakEverything(round % cluster.size());
    }
    load.startNoMore();
    await().atMost(LONGEST_RECOVERY).until(() -> rest(0).openTasks() == 0);
    load.end();

    System.out.printf(
        "%d instances, %d completions acknowledged, %d answers were errors%n",
        load.started().size(), load.completed(), load.refused());
    int instances = count("process-instance/count");
    assertThat(load.completedTwice()).isZero();
    assertThat(rest(0).completed(Load.KEY)).isEqualTo(instances);
    assertThat(completed(load.started())).isEqualTo(load.started().size());
    assertThat(count("external-task-log/count?successLog=true")).isEqualTo(2 * instances);
    for (String activity : List.of("first", "second", "end")) {
      assertThat(count("activity-instance/count?finished=true&activityId=" + activity))
          .as("times that '%s' was passed", activity)
          .isEqualTo(instances);
    }
    assertThat(load.completed()).isLessThanOrEqualTo(2 * instances);
  }

  private void breakEverything(int victim) throws Exception {
    int other = (victim + 1) % cluster.size();
    after("a node was killed", other, () -> cluster.node(victim).kill());
    cluster.node(other).freeze();
    after("a node was killed and another one has frozen", last(victim), () -> {});
    cluster.start(victim);
    Pause.of(Load.LOCK);
    after("it woke up again", other, () -> cluster.node(other).thaw());
    after("all connections were ended", other, postgres::endConnections);
    after("the database crashed", other, postgres::crash);
    after("the connections ran out", other, this::runOutOfConnections);
    breakDatabase(other);
  }

  private void breakDatabase(int node) throws Exception {
    after("the primary was killed and its standby promoted", node, postgres::killPrimary);
    postgres.replaceLost();
    after("the primary has frozen and its standby was promoted", node, postgres::freezePrimary);
    postgres.replaceLost();
    after(
        "the database took no writes for two seconds",
        node,
        () -> postgres.readOnly(() -> Pause.of(Duration.ofSeconds(2))));
    postgres.freezeHints(() -> after("the connections for hints have frozen", node, () -> {}));
  }

  private static int last(int victim) {
    return (victim + 2) % cluster.size();
  }

  private void runOutOfConnections() throws Exception {
    List<Thread> callers = new ArrayList<>();
    postgres.hold(
        "external_task",
        () -> {
          for (int i = 0; i < MORE_REQUESTS_THAN_CONNECTIONS; i++) {
            Caller caller = new Caller(cluster, 0);
            callers.add(new Thread(() -> fetch(caller)));
          }
          callers.forEach(Thread::start);
          Pause.of(Duration.ofSeconds(3));
        });
    for (Thread caller : callers) {
      caller.join();
    }
  }

  private static void fetch(Caller caller) {
    try {
      caller.post(
          "/external-task/fetchAndLock",
          "{\"workerId\": \"crowd\", \"maxTasks\": 1, \"topics\": [{\"topicName\": \"nothing\", \"lockDuration\": 1000}]}");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** From a fault to the end of an instance that was started at a node after it. */
  private void after(String what, int node, Fault fault) throws Exception {
    fault.happen();
    Instant happened = Instant.now();
    Caller caller = new Caller(cluster, node);
    String[] instance = new String[1];
    await()
        .atMost(LONGEST_RECOVERY)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              caller
                  .post("/process-definition/key/" + Load.KEY + "/start", "{}")
                  .filter(Caller.Answer::isOk)
                  .ifPresent(started -> instance[0] = started.body().path("id").asText());
              return instance[0] != null;
            });
    await()
        .atMost(LONGEST_RECOVERY)
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptions()
        .until(() -> "COMPLETED".equals(rest(node).stateOf(instance[0])));
    System.out.printf(
        "After %s an instance ran from start to end within %d ms%n",
        what, Duration.between(happened, Instant.now()).toMillis());
  }

  private static int completed(List<String> instances) {
    int most = 500;
    return IntStream.rangeClosed(0, instances.size() / most)
        .map(i -> i * most)
        .filter(from -> from < instances.size())
        .map(
            from ->
                rest(0).completed(instances.subList(from, Math.min(from + most, instances.size()))))
        .sum();
  }

  private static int count(String path) {
    return rest(0).get("/history/" + path).then().statusCode(200).extract().path("count");
  }

  private static RestApi rest(int node) {
    return cluster.node(node).rest();
  }
}
