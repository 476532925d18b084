package dev.outwork.it.benchmark;

import dev.outwork.it.server.Pause;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Open pages of the console on a large installation: half of them show the overview, half a topic.
 * Each sends what the page in the browser sends, as often, and at the same time.
 */
final class Consoles {
  static final int WORKERS = 500;

  private static final String KEY = "bench-console";
  private static final Duration REFRESH = Duration.ofSeconds(5);
  // The overview counts instances, incidents and user tasks with every twelfth refresh.
  private static final int COUNTS_EVERY = 12;
  // Cards of topics that are seen at once, each with its last hour, asked for once a minute.
  private static final int SPARKS = 12;
  private static final int SPARKS_EVERY = 12;

  private final Bench bench;

  Consoles(Bench bench) {
    this.bench = bench;
    bench.engine().deploy("bench-console.bpmn", Models.one(KEY, "bench-console"));
  }

  /** Makes the installation large. */
  void fill(int running, int ended) {
    Full.fill(bench.database(), KEY, running, ended);
    for (int worker = 0; worker < WORKERS; worker++) {
      Engine.expect(
          200,
          bench
              .engine()
              .client()
              .post(
                  "/external-task/fetchAndLock",
                  """
                  {"workerId": "worker-%d", "maxTasks": 1,
                   "topics": [{"topicName": "topic-%d", "lockDuration": 36000000}]}
                  """
                      .formatted(worker, worker % Full.TOPICS)));
    }
  }

  /** What the installation costs by itself. */
  Usage alone(Duration length) {
    return bench.measure(() -> Pause.of(length));
  }

  /** Opens pages for some time. */
  Row open(int pages, int refreshes, Usage alone) {
    double[][] millis = new double[pages][refreshes];
    Usage used =
        bench.measure(
            () ->
                Engine.atOnce(
                    pages,
                    page -> {
                      for (int refresh = 0; refresh < refreshes; refresh++) {
                        millis[page][refresh] = load(requests(page, refresh));
                        Pause.of(REFRESH);
                      }
                      return null;
                    }));
    double[] all = Arrays.stream(millis).flatMapToDouble(Arrays::stream).sorted().toArray();
    return new Row(
            "%d open consoles".formatted(pages),
            "page loads",
            all.length,
            used,
            Goal.of("<= 300 ms, <= 2 % of a core"),
            "p50 %.0f ms, p95 %.0f ms, longest %.0f ms; %.1f %% of a core, without them %.1f %%"
                .formatted(
                    all[all.length / 2],
                    all[all.length * 95 / 100],
                    all[all.length - 1],
                    used.percentOfCore(),
                    alone.percentOfCore()))
        .taking(all[all.length / 2]);
  }

  // Bodies of posts stand after a blank.
  private static List<String> requests(int page, int refresh) {
    String topic = "topic-" + page;
    boolean hasSparks = refresh % SPARKS_EVERY == 0;
    if (page % 2 == 1) {
      return Stream.concat(
              Stream.of(
                  "/topic?topicName=" + topic,
                  "/external-task/count {\"topicName\":\"%s\"}".formatted(topic),
                  "/external-task?firstResult=0&maxResults=50 {\"topicName\":\"%s\",\"sorting\":[{\"sortBy\":\"createTime\",\"sortOrder\":\"asc\"}]}"
                      .formatted(topic)),
              hasSparks ? Stream.of("/topic/" + topic + "/history") : Stream.of())
          .toList();
    }
    Stream<String> counts =
        refresh % COUNTS_EVERY == 0
            ? Stream.of("/process-instance/count", "/incident/count", "/task/count")
            : Stream.of();
    Stream<String> sparks =
        hasSparks
            ? IntStream.range(0, SPARKS).mapToObj(i -> "/topic/topic-" + i + "/history")
            : Stream.of();
    return Stream.of(Stream.of("/topic"), counts, sparks).flatMap(each -> each).toList();
  }

  private double load(List<String> requests) {
    long begin = System.nanoTime();
    List<CompletableFuture<Client.Answer>> answers = requests.stream().map(this::send).toList();
    answers.forEach(answer -> Engine.expect(200, answer.join()));
    return (System.nanoTime() - begin) / 1e6;
  }

  private CompletableFuture<Client.Answer> send(String request) {
    int blank = request.indexOf(' ');
    return blank < 0
        ? bench.engine().client().getLater(request)
        : bench
            .engine()
            .client()
            .postLater(request.substring(0, blank), request.substring(blank + 1));
  }
}
