package dev.outwork.testkit.container;

import dev.outwork.engine.batch.BatchRun;
import dev.outwork.engine.batch.BatchRuns;
import dev.outwork.engine.batch.RunStarter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the chunks of a job in the thread of the caller: read some, write them. */
@ApplicationScoped
public class BatchRunsAtOnce implements RunStarter {
  @Inject private BatchRuns runs;

  @Override
  public void start(String batchId, String runId) {
    BatchRun run = runs.open(batchId, runId);
    try {
      List<String> chunk = read(run);
      while (!chunk.isEmpty()) {
        chunk.forEach(run::work);
        chunk = read(run);
      }
    } finally {
      run.leave();
      runs.hasEnded();
    }
  }

  private static List<String> read(BatchRun run) {
    List<String> chunk = new ArrayList<>();
    Optional<String> next = run.next();
    while (next.isPresent()) {
      chunk.add(next.get());
      next = chunk.size() < BatchRun.CHUNK ? run.next() : Optional.empty();
    }
    return chunk;
  }
}
