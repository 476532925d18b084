package dev.outwork.engine.instance;

import dev.outwork.api.batch.Batch;
import dev.outwork.engine.batch.BatchHandler;
import dev.outwork.engine.batch.BatchQueue;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.right.ProcessRights;
import dev.outwork.engine.right.Rights;
import dev.outwork.engine.right.Verb;
import dev.outwork.engine.token.Journey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;

/** Deletes running process instances in the background. */
@Collaborator
@Dependent
public class DeletionBatch implements BatchHandler {
  private static final String DELETE_REASON = "deleteReason";

  private final BatchQueue batches;
  private final Journeys journeys;

  @Inject
  DeletionBatch(BatchQueue batches, Journeys journeys) {
    this.batches = batches;
    this.journeys = journeys;
  }

  Batch create(Collection<String> ids, String deleteReason) {
    JsonObjectBuilder configuration = Json.createObjectBuilder();
    if (deleteReason != null) {
      configuration.add(DELETE_REASON, deleteReason);
    }
    return batches.create(type(), configuration.build(), "processInstanceIds", ids);
  }

  @Override
  public String type() {
    return Batch.TYPE_PROCESS_INSTANCE_DELETION;
  }

  // An instance that has ended meanwhile, never existed, or may not even be seen needs no deletion.
  @Override
  public void run(String id, JsonObject configuration, Rights rights) {
    journeys
        .hold(id)
        .filter(held -> new ProcessRights(rights).permit(Verb.OPERATE, held.definitionKey()))
        .ifPresent(
            instance -> {
              Journey journey = journeys.resume(instance);
              journey.delete(configuration.getString(DELETE_REASON, null));
              journeys.write(journey);
            });
  }
}
