package dev.outwork.it.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Workers that fetch and report until a number of tasks is done, and notice what must not happen: a
 * task that was granted twice, one that does not carry its own variable, an error, an empty fetch
 * while work was free.
 */
final class Workers {
  private static final int MOST_EMPTY_IN_A_ROW = 2_000;
  private static final int MOST_ATTEMPTS = 20;
  private static final double NANOS_PER_MILLI = 1e6;

  private final Engine engine;
  private final String topics;
  private final int tasks;
  private int readyFromTheStart;
  private String options = "";
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger errors = new AtomicInteger();
  private final AtomicInteger empty = new AtomicInteger();
  private final AtomicInteger foreign = new AtomicInteger();
  private final AtomicInteger twice = new AtomicInteger();
  private final Collection<Long> reportNanos = new ConcurrentLinkedQueue<>();
  private final Set<String> granted = ConcurrentHashMap.newKeySet();

  Workers(Engine engine, int tasks, String... topics) {
    this.engine = engine;
    this.tasks = tasks;
    StringBuilder json = new StringBuilder();
    for (String topic : topics) {
      json.append(json.isEmpty() ? "" : ",")
          .append("{\"topicName\":\"" + topic + "\",\"lockDuration\":600000}");
    }
    this.topics = json.toString();
  }

  /** The workers with additional properties of fetches: JSON that ends with a comma. */
  Workers with(String moreOptions) {
    options = moreOptions;
    return this;
  }

  /** As long as fewer than these have been granted, work is free. */
  Workers ofWhichReady(int count) {
    readyFromTheStart = count;
    return this;
  }

  /** Each task is completed on its own, with a variable. */
  Tally work(int workers, int atOnce) {
    Engine.atOnce(
        workers,
        number -> {
          String worker = "w" + number;
          int emptyInARow = 0;
          while (done.get() < tasks && emptyInARow < MOST_EMPTY_IN_A_ROW) {
            emptyInARow = round(worker, atOnce) ? 0 : emptyInARow + 1;
          }
          return null;
        });
    return tally();
  }

  /** Fetches and reports once; false if there was nothing. */
  private boolean round(String worker, int atOnce) {
    Client.Answer fetched = fetch(worker, atOnce);
    if (fetched.isError()) {
      errors.incrementAndGet();
      return false;
    }
    for (JsonNode task : fetched.body()) {
      check(task);
      complete(worker, task.path("id").asText());
    }
    if (fetched.body().isEmpty() && granted.size() < readyFromTheStart) {
      empty.incrementAndGet();
    }
    return !fetched.body().isEmpty();
  }

  /**
   * All tasks of a fetch are reported in one request, whose answer has the next ones
   * (docs/rest-api.md, "Bulk reports").
   */
  Tally workInBulk(int workers, int atOnce) {
    Engine.atOnce(
        workers,
        number -> {
          workInBulk("w" + number, atOnce);
          return null;
        });
    return tally();
  }

  private void workInBulk(String worker, int atOnce) {
    JsonNode tasks = fetch(worker, atOnce).body();
    int emptyInARow = 0;
    while (done.get() < this.tasks && emptyInARow < MOST_EMPTY_IN_A_ROW) {
      tasks.forEach(this::check);
      tasks = tasks.isEmpty() ? fetch(worker, atOnce).body() : completeAll(worker, atOnce, tasks);
      emptyInARow = tasks.isEmpty() ? emptyInARow + 1 : 0;
    }
  }

  private JsonNode completeAll(String worker, int atOnce, JsonNode tasks) {
    StringBuilder reports = new StringBuilder();
    for (JsonNode task : tasks) {
      String id = task.path("id").asText();
      reports
          .append(reports.isEmpty() ? "" : ",")
          .append(
              "{\"id\":\""
                  + id
                  + "\",\"variables\":{\"result\":{\"type\":\"String\",\"value\":\""
                  + id
                  + "\"}}}");
    }
    JsonNode answer =
        Engine.expect(
            200,
            engine
                .client()
                .post(
                    "/external-task/complete",
                    "{\"workerId\":\"%s\",\"tasks\":[%s],\"fetchAndLock\":{%s\"maxTasks\":%d,\"topics\":[%s]}}"
                        .formatted(worker, reports, options, atOnce, topics)));
    for (JsonNode result : answer.path("results")) {
      (result.path("status").asInt() == 204 ? done : errors).incrementAndGet();
    }
    return answer.path("fetchAndLock").path("tasks");
  }

  Client.Answer fetch(String worker, int atOnce) {
    return engine
        .client()
        .post(
            "/external-task/fetchAndLock",
            "{%s\"workerId\":\"%s\",\"maxTasks\":%d,\"topics\":[%s]}"
                .formatted(options, worker, atOnce, topics));
  }

  void check(JsonNode task) {
    if (!granted.add(task.path("id").asText())) {
      twice.incrementAndGet();
    }
    if (!task.path("variables").path("input").path("value").asText().startsWith("v-")) {
      foreign.incrementAndGet();
    }
  }

  // An engine that answers with a conflict is asked again, as its own clients would.
  private void complete(String worker, String id) {
    String body =
        "{\"workerId\":\"%s\",\"variables\":{\"result\":{\"type\":\"String\",\"value\":\"%s\"}}}"
            .formatted(worker, id);
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      long began = System.nanoTime();
      if (engine.client().post("/external-task/" + id + "/complete", body).status() == 204) {
        reportNanos.add(System.nanoTime() - began);
        done.incrementAndGet();
        return;
      }
      errors.incrementAndGet();
    }
  }

  /** How long a report took, in the middle; 0 for bulk. */
  double reportMillis() {
    long[] sorted = reportNanos.stream().mapToLong(Long::longValue).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2] / NANOS_PER_MILLI;
  }

  Tally tally() {
    return new Tally(done.get(), errors.get(), empty.get(), twice.get(), foreign.get());
  }

  /** The events that workers have observed. */
  record Tally(int done, int errors, int empty, int twice, int foreign) {
    void verify(int expected) {
      if (done != expected || twice > 0 || foreign > 0) {
        throw new IllegalStateException(
            "Expected %d tasks done, each once: %s".formatted(expected, this));
      }
    }
  }
}
