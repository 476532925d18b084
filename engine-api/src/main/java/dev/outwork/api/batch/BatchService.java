package dev.outwork.api.batch;

import dev.outwork.api.ListQuery;
import dev.outwork.api.Page;
import java.util.List;
import java.util.Optional;

/**
 * Lists batches, and lets an operator suspend, activate and delete them. The service that owns the
 * elements creates the batch, for example {@link
 * dev.outwork.api.externaltask.ExternalTaskService#setRetriesAsync}.
 *
 * <p>Each element is processed in a transaction of its own, exactly once, on any node; another node
 * continues the batches of a killed node. A failed element is stored with its message, and the
 * batch continues with the others.
 */
public interface BatchService {
  /** Unfinished batches. */
  List<Batch> batches(ListQuery<BatchFilter, BatchSort> query);

  long countBatches(ListQuery<BatchFilter, BatchSort> query);

  /** An unfinished batch; empty if it has ended or never existed. */
  Optional<Batch> batch(String id);

  /** Unfinished batches with their progress. */
  List<BatchStatistics> batchStatistics(ListQuery<BatchFilter, BatchSort> query);

  /** Running and ended batches. */
  List<HistoricBatch> historicBatches(ListQuery<HistoricBatchFilter, HistoricBatchSort> query);

  long countHistoricBatches(ListQuery<HistoricBatchFilter, HistoricBatchSort> query);

  Optional<HistoricBatch> historicBatch(String id);

  /**
   * The failed elements, in the order of the batch.
   *
   * @throws dev.outwork.api.NotFoundException if no such batch is running
   */
  List<BatchFailure> batchFailures(String id, Page page);

  /**
   * The number of failed elements.
   *
   * @throws dev.outwork.api.NotFoundException if no such batch is running
   */
  long countBatchFailures(String id);

  /**
   * Retries each failed element once.
   *
   * @throws dev.outwork.api.NotFoundException if no such batch is running
   */
  void retryBatchFailures(String id);

  /**
   * Suspends a batch; elements that are being processed still finish.
   *
   * @throws dev.outwork.api.BadUserRequestException if no such batch is running
   */
  void suspendBatchById(String id);

  /**
   * Activates a suspended batch.
   *
   * @throws dev.outwork.api.BadUserRequestException if no such batch is running
   */
  void activateBatchById(String id);

  /**
   * Deletes a batch: processed elements stay processed, the others are dropped.
   *
   * @param cascade whether its history is deleted as well
   * @throws dev.outwork.api.BadUserRequestException if no such batch is running
   */
  void deleteBatch(String id, boolean cascade);

  /**
   * Deletes the history of an ended batch.
   *
   * @throws dev.outwork.api.NotFoundException if there is no batch with this id
   * @throws dev.outwork.api.BadUserRequestException if it is still running
   */
  void deleteHistoricBatch(String id);
}
