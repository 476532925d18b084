package dev.outwork.engine.job;

import dev.outwork.api.batch.Batch;
import dev.outwork.engine.batch.BatchHandler;
import dev.outwork.engine.batch.BatchQueue;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.right.ProcessRights;
import dev.outwork.engine.right.Rights;
import dev.outwork.engine.right.Verb;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Sets retries of jobs in the background. */
@Collaborator
@Dependent
public class JobRetriesBatch implements BatchHandler {
  private static final String RETRIES = "retries";
  private static final String DUE_DATE = "dueDate";

  private final BatchQueue batches;
  private final JobHolds holds;
  private final JobRetries retries;
  private final JobQueue queue;

  @Inject
  JobRetriesBatch(BatchQueue batches, JobHolds holds, JobRetries retries, JobQueue queue) {
    this.batches = batches;
    this.holds = holds;
    this.retries = retries;
    this.queue = queue;
  }

  Batch create(Collection<String> ids, int newRetries, Optional<Instant> dueDate) {
    JsonObjectBuilder configuration = Json.createObjectBuilder().add(RETRIES, newRetries);
    dueDate.ifPresent(date -> configuration.add(DUE_DATE, date.toString()));
    return batches.create(type(), configuration.build(), "jobIds", ids);
  }

  @Override
  public String type() {
    return Batch.TYPE_SET_JOB_RETRIES;
  }

  @Override
  public void run(String id, JsonObject configuration, Rights rights) {
    JobRow job =
        holds
            .hold(id)
            .map(HeldJob::job)
            .filter(held -> new ProcessRights(rights).permit(Verb.OPERATE, held.definitionKey()))
            .orElseThrow(() -> HeldJob.notFound(id));
    int newRetries = configuration.getInt(RETRIES);
    if (configuration.containsKey(DUE_DATE)) {
      retries.set(job, newRetries, Instant.parse(configuration.getString(DUE_DATE)));
    } else {
      retries.set(job, newRetries);
    }
    queue.wake();
  }
}
