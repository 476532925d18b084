package dev.outwork.it.benchmark;

import dev.outwork.it.benchmark.inserver.LatencyServlet;
import dev.outwork.it.server.Archives;
import dev.outwork.it.server.Node;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** How soon a message-driven bean in the same server is called, on a node of its own. */
final class InServer {
  private InServer() {}

  static Row latency(int count) throws Exception {
    try (Database database = Database.start("");
        Node node =
            Node.start("benchmark-workers", Archives.withWorkers(classes()), database.settings())) {
      String root = node.rest().root();
      microseconds(root, count);
      long[][] measured = new long[1][];
      Usage usage =
          new Bench(new Engine(root), node.pid(), database)
              .measure(() -> measured[0] = microseconds(root, count));
      return new Row(
          "commit to the first line of a message-driven bean",
          "tasks",
          count,
          usage,
          Goal.of("p50 10 ms"),
          remark(measured[0]));
    }
  }

  private static JavaArchive classes() {
    return ShrinkWrap.create(JavaArchive.class, "inserver.jar")
        .addPackage(LatencyServlet.class.getPackage())
        .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml");
  }

  private static String remark(long[] sorted) {
    return String.format(
        Locale.ROOT,
        "p50 %.1f ms, p99 %.1f ms, at most %.1f ms",
        sorted[sorted.length / 2] / 1_000.0,
        sorted[sorted.length * 99 / 100] / 1_000.0,
        sorted[sorted.length - 1] / 1_000.0);
  }

  private static long[] microseconds(String root, int count) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(root + "/latency?count=" + count)).build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.body());
      }
      return answer.body().lines().mapToLong(Long::parseLong).sorted().toArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
