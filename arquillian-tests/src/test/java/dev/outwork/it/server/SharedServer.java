package dev.outwork.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/**
 * A Payara Micro that serves one test class after the other, because it takes longer to start than
 * most of them to run. It starts when it is first needed, and ends with the JVM. With {@code
 * -Doutwork.tests.url=} it is the engine at that address instead, which nobody else may use: all
 * that is in it is removed.
 */
final class SharedServer {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "OUTWORK_DB_URL",
          "jdbc:h2:mem:engine;DB_CLOSE_DELAY=-1",
          // So that the console has a story to tell.
          "OUTWORK_HISTORY_LEASE_EVENTS",
          "all");

  private static final String URL = System.getProperty("outwork.tests.url", "");

  private static Node node;
  private static int started;
  private static boolean failed;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(SharedServer::end));
  }

  private SharedServer() {}

  static synchronized RestApi rest() {
    if (!URL.isEmpty()) {
      return new RestApi(URL);
    }
    if (node == null) {
      // Every test would wait for another one in vain.
      assertThat(failed).as("a server has not started, see the first failure").isFalse();
      failed = true;
      started++;
      node = Node.start("server-" + started, SETTINGS);
      failed = false;
    }
    return node.rest();
  }

  /** Stops it, so that the next class starts a new one, unless it is an external one. */
  static synchronized void end() {
    if (node != null) {
      node.close();
      node = null;
    }
  }

  /** Removes all that classes before have left. */
  static synchronized void empty() {
    if (node == null && URL.isEmpty()) {
      return;
    }
    List<String> lists = List.of("/batch", "/history/batch", "/deployment");
    lists.forEach(SharedServer::deleteAll);
    for (String list : lists) {
      assertThat(count(list)).as(list).isZero();
    }
    assertThat(count("/history/process-instance")).as("instances without a deployment").isZero();
  }

  // Elements that have ended meanwhile, such as a batch, are refused.
  private static void deleteAll(String list) {
    List<String> ids = rest().get(list).then().statusCode(200).extract().path("id");
    ids.forEach(id -> rest().request().delete(list + "/" + id + "?cascade=true"));
  }

  private static int count(String list) {
    return rest().get(list + "/count").then().statusCode(200).extract().path("count");
  }
}
