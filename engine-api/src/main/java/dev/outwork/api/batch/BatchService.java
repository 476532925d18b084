package dev.outwork.api.batch;

import dev.outwork.api.ListQuery;
import dev.outwork.api.Page;
import java.util.List;
import java.util.Optional;

/**
 * Shows batches, and lets an operator hold them up, let them go on, and end them. They are created
 * by the service whose things they are about, as {@link
 * dev.outwork.api.externaltask.ExternalTaskService#setRetriesAsync}.
 *
 * <p>Each element of a batch is done in a transaction of its own, once, on some node; batches go on
 * after a node was killed. An element that fails is kept with its message, and the others go on.
 */
public interface BatchService {
  /** Batches that have not ended. */
  List<Batch> batches(ListQuery<BatchFilter, BatchSort> query);

  long countBatches(ListQuery<BatchFilter, BatchSort> query);

  /** Empty also if it has ended. */
  Optional<Batch> batch(String id);

  /** Batches that have not ended, and how far they are. */
  List<BatchStatistics> batchStatistics(ListQuery<BatchFilter, BatchSort> query);

  /** Batches that have not ended, and those that have. */
  List<HistoricBatch> historicBatches(ListQuery<HistoricBatchFilter, HistoricBatchSort> query);

  long countHistoricBatches(ListQuery<HistoricBatchFilter, HistoricBatchSort> query);

  Optional<HistoricBatch> historicBatch(String id);

  /**
   * The elements that were tried in vain, in the order of the batch.
   *
   * @throws dev.outwork.api.NotFoundException if no such batch runs
   */
  List<BatchFailure> batchFailures(String id, Page page);

  /**
   * How many elements were tried in vain.
   *
   * @throws dev.outwork.api.NotFoundException if no such batch runs
   */
  long countBatchFailures(String id);

  /**
   * Has every element that was tried in vain tried once more.
   *
   * @throws dev.outwork.api.NotFoundException if no such batch runs
   */
  void retryBatchFailures(String id);

  /**
   * Lets a batch stand still once the few elements that are being done at the moment are done.
   *
   * @throws dev.outwork.api.BadUserRequestException if no such batch runs
   */
  void suspendBatchById(String id);

  /**
   * Lets a batch go on.
   *
   * @throws dev.outwork.api.BadUserRequestException if no such batch runs
   */
  void activateBatchById(String id);

  /**
   * Ends a batch: what is done stays done, the rest is dropped.
   *
   * @param cascade whether history forgets it, too
   * @throws dev.outwork.api.BadUserRequestException if no such batch runs
   */
  void deleteBatch(String id, boolean cascade);

  /**
   * Has history forget a batch that has ended.
   *
   * @throws dev.outwork.api.NotFoundException if there is none with this id
   * @throws dev.outwork.api.BadUserRequestException if it still runs
   */
  void deleteHistoricBatch(String id);
}
