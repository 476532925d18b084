package dev.outwork.engine.batch;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.Page;
import dev.outwork.api.batch.Batch;
import dev.outwork.api.batch.BatchFailure;
import dev.outwork.api.batch.BatchFilter;
import dev.outwork.api.batch.BatchService;
import dev.outwork.api.batch.BatchSort;
import dev.outwork.api.batch.BatchStatistics;
import dev.outwork.api.batch.HistoricBatch;
import dev.outwork.api.batch.HistoricBatchFilter;
import dev.outwork.api.batch.HistoricBatchSort;
import dev.outwork.api.identity.AuthenticatedUser;
import dev.outwork.engine.database.Entities;
import dev.outwork.engine.database.Listing;
import dev.outwork.engine.database.TellsOutages;
import dev.outwork.engine.operation.Operation;
import dev.outwork.engine.operation.Operation.Kind;
import dev.outwork.engine.operation.Operation.Subject;
import dev.outwork.engine.operation.OperationLog;
import dev.outwork.engine.right.Grants;
import dev.outwork.engine.right.Verb;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The boundary of batches. */
@Stateless
@TellsOutages
@Local(BatchService.class)
public class Batches implements BatchService {
  @PersistenceContext(unitName = "outwork")
  private EntityManager entityManager;

  @Inject private Grants grants;
  @Inject private BatchStore batches;
  @Inject private ElementStore elements;
  @Inject private OperationLog log;
  @Inject private Event<BatchesReady> ready;
  @Inject private Clock clock;

  @Override
  public List<Batch> batches(ListQuery<BatchFilter, BatchSort> query) {
    return list(query, rights()).list(BatchEntity::toBatch);
  }

  @Override
  public long countBatches(ListQuery<BatchFilter, BatchSort> query) {
    return list(query, rights()).count();
  }

  @Override
  public Optional<Batch> batch(String id) {
    BatchRights rights = rights();
    return find(
        id,
        found ->
            found
                .filter(BatchEntity::isRunning)
                .filter(batch -> rights.permit(Verb.READ, batch))
                .map(BatchEntity::toBatch));
  }

  @Override
  public List<BatchStatistics> batchStatistics(ListQuery<BatchFilter, BatchSort> query) {
    List<Batch> found = batches(query);
    Map<String, ElementStore.Counts> counts =
        elements.counts(found.stream().map(Batch::id).toList()).stream()
            .collect(Collectors.toMap(ElementStore.Counts::batchId, Function.identity()));
    return found.stream().map(batch -> statistics(batch, counts.get(batch.id()))).toList();
  }

  private static BatchStatistics statistics(Batch batch, ElementStore.Counts counts) {
    return counts == null
        ? new BatchStatistics(batch, 0, batch.totalJobs(), 0)
        : new BatchStatistics(
            batch, counts.remaining(), batch.totalJobs() - counts.remaining(), counts.failed());
  }

  @Override
  public List<HistoricBatch> historicBatches(
      ListQuery<HistoricBatchFilter, HistoricBatchSort> query) {
    return historicList(query, rights()).list(BatchEntity::toHistoricBatch);
  }

  @Override
  public long countHistoricBatches(ListQuery<HistoricBatchFilter, HistoricBatchSort> query) {
    return historicList(query, rights()).count();
  }

  @Override
  public Optional<HistoricBatch> historicBatch(String id) {
    BatchRights rights = rights();
    return find(
        id,
        found ->
            found
                .filter(batch -> rights.permit(Verb.READ, batch))
                .map(BatchEntity::toHistoricBatch));
  }

  @Override
  public List<BatchFailure> batchFailures(String id, Page page) {
    checkRunning(id, rights(), Verb.READ);
    return elements.failures(id, page);
  }

  @Override
  public long countBatchFailures(String id) {
    checkRunning(id, rights(), Verb.READ);
    return elements.counts(List.of(id)).stream().mapToLong(ElementStore.Counts::failed).sum();
  }

  @Override
  public void retryBatchFailures(String id) {
    checkRunning(id, rights(), Verb.OPERATE);
    elements.retry(id);
    log.add(of("SetJobRetries", id));
    ready.fire(new BatchesReady());
  }

  @Override
  public void suspendBatchById(String id) {
    checkOperate(id, rights());
    checkFound(id, batches.setSuspended(id, true));
    log.add(of("SuspendBatch", id).suspended(true));
  }

  @Override
  public void activateBatchById(String id) {
    checkOperate(id, rights());
    checkFound(id, batches.setSuspended(id, false));
    log.add(of("ActivateBatch", id).suspended(false));
    ready.fire(new BatchesReady());
  }

  @Override
  public void deleteBatch(String id, boolean cascade) {
    checkOperate(id, rights());
    checkFound(id, batches.end(id, clock.instant()));
    elements.deleteOf(id);
    log.add(of("Delete", id).change("cascadeToHistory", null, cascade));
    if (cascade) {
      batches.delete(id);
    }
  }

  @Override
  public void deleteHistoricBatch(String id) {
    BatchRights rights = rights();
    boolean isRunning =
        find(
                id,
                found ->
                    found
                        .filter(batch -> rights.permit(Verb.OPERATE, batch))
                        .map(BatchEntity::isRunning))
            .orElseThrow(
                () ->
                    new NotFoundException(
                        "Historic batch with id '%s' does not exist".formatted(id)));
    if (isRunning) {
      throw new BadUserRequestException(
          "Cannot delete historic batch '%s': the batch has not ended".formatted(id));
    }
    batches.delete(id);
    log.add(of("DeleteHistory", id));
  }

  private static Operation of(String type, String id) {
    return Operation.of(Kind.BATCH, type).on(Subject.BATCH, id);
  }

  private <R> Optional<R> find(String id, Function<Optional<BatchEntity>, Optional<R>> make) {
    return Entities.find(entityManager, BatchEntity.class, id, make);
  }

  private void checkRunning(String id, BatchRights rights, Verb verb) {
    Optional<Boolean> isRunning =
        find(
            id,
            found -> found.filter(BatchEntity::isRunning).map(batch -> rights.permit(verb, batch)));
    checkFound(id, isRunning.orElse(false));
  }

  // With grants it takes one more statement.
  private void checkOperate(String id, BatchRights rights) {
    if (!rights.areAll()) {
      checkRunning(id, rights, Verb.OPERATE);
    }
  }

  private Listing<BatchEntity, BatchFilter, BatchSort> list(
      ListQuery<BatchFilter, BatchSort> query, BatchRights rights) {
    return new BatchList(entityManager, query).seenBy(rights::see);
  }

  private Listing<BatchEntity, HistoricBatchFilter, HistoricBatchSort> historicList(
      ListQuery<HistoricBatchFilter, HistoricBatchSort> query, BatchRights rights) {
    return new HistoricBatchList(entityManager, query).seenBy(rights::see);
  }

  private BatchRights rights() {
    return new BatchRights(grants.ofCaller(), AuthenticatedUser.name());
  }

  private static void checkFound(String id, boolean isFound) {
    if (!isFound) {
      throw new NotFoundException("Batch with id '%s' does not exist".formatted(id));
    }
  }
}
