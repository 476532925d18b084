package dev.outwork.it.benchmark.inserver;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** When the worker was called, by process instance and the server's {@link System#nanoTime}. */
@ApplicationScoped
public class Calls {
  private final Map<String, CompletableFuture<Long>> calls = new ConcurrentHashMap<>();

  /** Either the worker or the starter of the instance comes first. */
  public CompletableFuture<Long> of(String processInstanceId) {
    return calls.computeIfAbsent(processInstanceId, id -> new CompletableFuture<>());
  }
}
