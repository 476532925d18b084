package dev.outwork.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.outwork.it.server.OnServer;
import dev.outwork.it.server.UnreadRequests;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workers whose process ends while they wait. */
class VanishedClientIT extends OnServer {
  private static final int CLIENTS = 20;
  private static final Duration A_SECOND_OR_TWO = Duration.ofSeconds(2);

  /**
   * @param reset whether the network reports the end of the process, or just goes silent
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void tasks_go_to_those_who_are_still_there(boolean reset) throws Exception {
    VanishingWorkers workers = new VanishingWorkers(rest());
    workers.deploy();
    List<Socket> dying = VanishingWorkers.wait(rest().root(), "dead", CLIENTS);
    await().until(this::allIsRead);
    for (Socket socket : dying) {
      if (reset) {
        socket.setSoLinger(true, 0);
      }
      socket.close();
    }
    List<Socket> living = VanishingWorkers.wait(rest().root(), "living", CLIENTS);
    await().until(this::allIsRead);

    workers.createTasks(CLIENTS);

    await()
        .atMost(A_SECOND_OR_TWO)
        .untilAsserted(
            () -> assertThat(workers.holders(CLIENTS)).allMatch(name -> name.startsWith("living")));
    for (Socket socket : living) {
      socket.close();
    }
    workers.completeTasks();
  }

  /** That a request waits is seen by nobody before its first blank, ten seconds later. */
  private boolean allIsRead() {
    return !UnreadRequests.areAt(URI.create(rest().root()).getPort());
  }
}
