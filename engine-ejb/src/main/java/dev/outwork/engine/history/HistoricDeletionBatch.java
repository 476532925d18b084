package dev.outwork.engine.history;

import dev.outwork.api.batch.Batch;
import dev.outwork.engine.batch.BatchHandler;
import dev.outwork.engine.batch.BatchQueue;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.right.ProcessRights;
import dev.outwork.engine.right.Rights;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.List;

/** Deletes ended process instances in the background. */
@Collaborator
@Dependent
public class HistoricDeletionBatch implements BatchHandler {
  private static final String FAIL_IF_NOT_EXISTS = "failIfNotExists";

  private final BatchQueue batches;
  private final EndedInstances ended;

  @Inject
  HistoricDeletionBatch(BatchQueue batches, EndedInstances ended) {
    this.batches = batches;
    this.ended = ended;
  }

  Batch create(Collection<String> ids, boolean failIfNotExists) {
    JsonObject configuration =
        Json.createObjectBuilder().add(FAIL_IF_NOT_EXISTS, failIfNotExists).build();
    return batches.create(type(), configuration, "historicProcessInstanceIds", ids);
  }

  @Override
  public String type() {
    return Batch.TYPE_HISTORIC_PROCESS_INSTANCE_DELETION;
  }

  @Override
  public void run(String id, JsonObject configuration, Rights rights) {
    if (configuration.getBoolean(FAIL_IF_NOT_EXISTS)) {
      ended.delete(List.of(id), new ProcessRights(rights));
    } else {
      ended.deleteIfExist(List.of(id), new ProcessRights(rights));
    }
  }
}
