package dev.outwork.it.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** The REST API in the words of the workloads. */
final class Engine {
  private static final int STARTERS = 8;

  private final Client client;

  Engine(String root) {
    this.client = new Client(root);
  }

  Client client() {
    return client;
  }

  void deploy(String fileName, String model) {
    expect(200, client.deploy(fileName, model));
  }

  /** Starts instances, each with its number as its variable, by eight callers at a time. */
  List<String> start(String key, int count) {
    return start(key, count, STARTERS);
  }

  List<String> start(String key, int count, int callers) {
    return atOnce(
            callers,
            starter -> {
              String[] ids = new String[share(count, callers, starter)];
              for (int i = 0; i < ids.length; i++) {
                ids[i] = start(key, "v-" + starter + "-" + i);
              }
              return List.of(ids);
            })
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  String start(String key, String value) {
    String body = "{\"variables\":{\"input\":{\"type\":\"String\",\"value\":\"" + value + "\"}}}";
    return expect(200, client.post("/process-definition/key/" + key + "/start", body))
        .path("id")
        .asText();
  }

  /** How many instances of a key have run to their end. */
  int completed(String key) {
    return expect(
            200,
            client.get(
                "/history/process-instance/count?completed=true&processDefinitionKey=" + key))
        .path("count")
        .asInt();
  }

  /** How many tasks are open, locked or not. */
  int open(String topic) {
    return expect(200, client.get("/external-task/count?topicName=" + topic)).path("count").asInt();
  }

  static JsonNode expect(int status, Client.Answer answer) {
    if (answer.status() != status) {
      throw new IllegalStateException(
          "Expected %d, got %d %s".formatted(status, answer.status(), answer.body()));
    }
    return answer.body();
  }

  interface Part<T> {
    T call(int number) throws Exception;
  }

  /** Does parts of the work at the same time, one thread each, and waits for all. */
  static <T> List<T> atOnce(int threads, Part<T> part) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<T>> parts =
          IntStream.range(0, threads).<Callable<T>>mapToObj(i -> () -> part.call(i)).toList();
      List<Future<T>> results = executor.invokeAll(parts);
      ArrayList<T> done = new ArrayList<>();
      for (Future<T> result : results) {
        done.add(result.get());
      }
      return done;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }

  private static int share(int count, int parts, int part) {
    return count / parts + (part < count % parts ? 1 : 0);
  }
}
