package dev.outwork.ra;

import jakarta.resource.spi.BootstrapContext;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * How the transaction of one delivery ends: the container's own answers differ from server to
 * server.
 */
final class TransactionOutcome implements Synchronization {
  private final TransactionSynchronizationRegistry registry;
  private volatile int status = Status.STATUS_UNKNOWN;

  TransactionOutcome(BootstrapContext context) {
    this.registry = context.getTransactionSynchronizationRegistry();
  }

  /** Is called within the transaction. */
  void watch() {
    registry.registerInterposedSynchronization(this);
  }

  void rollBack() {
    if (registry.getTransactionStatus() == Status.STATUS_ACTIVE) {
      registry.setRollbackOnly();
    }
  }

  @Override
  public void beforeCompletion() {}

  @Override
  public void afterCompletion(int ended) {
    status = ended;
  }

  /** Throws unless the transaction has been committed. */
  void require() {
    if (status != Status.STATUS_COMMITTED) {
      throw new IllegalStateException(
          "The transaction of the worker was rolled back (status %d)".formatted(status));
    }
  }
}
