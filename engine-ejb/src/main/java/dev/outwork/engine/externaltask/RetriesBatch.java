package dev.outwork.engine.externaltask;

import dev.outwork.api.batch.Batch;
import dev.outwork.engine.batch.BatchHandler;
import dev.outwork.engine.batch.BatchQueue;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.right.Rights;
import dev.outwork.engine.right.Verb;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Collection;

/** Sets retries in the background. */
@Collaborator
@Dependent
public class RetriesBatch implements BatchHandler {
  private static final String RETRIES = "retries";

  private final BatchQueue batches;
  private final TaskHoldStore holds;
  private final Retries retries;

  @Inject
  RetriesBatch(BatchQueue batches, TaskHoldStore holds, Retries retries) {
    this.batches = batches;
    this.holds = holds;
    this.retries = retries;
  }

  Batch create(Collection<String> ids, int newRetries) {
    JsonObject configuration = Json.createObjectBuilder().add(RETRIES, newRetries).build();
    return batches.create(type(), configuration, "externalTaskIds", ids);
  }

  @Override
  public String type() {
    return Batch.TYPE_SET_EXTERNAL_TASK_RETRIES;
  }

  @Override
  public void run(String id, JsonObject configuration, Rights rights) {
    HeldTask held = holds.hold(id).orElseThrow(() -> HeldTask.notFound(id));
    new TaskRights(rights, null).check(held.task(), Verb.OPERATE);
    retries.set(held.task(), configuration.getInt(RETRIES));
  }
}
