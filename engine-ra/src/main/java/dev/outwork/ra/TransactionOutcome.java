package dev.outwork.ra;

import jakarta.resource.spi.BootstrapContext;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * The outcome of the transaction of one delivery; what containers report differs from server to
 * server.
 */
final class TransactionOutcome implements Synchronization {
  private final TransactionSynchronizationRegistry registry;
  private volatile int status = Status.STATUS_UNKNOWN;

  TransactionOutcome(BootstrapContext context) {
    this.registry = context.getTransactionSynchronizationRegistry();
  }

  /** Called within the transaction. */
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

  /** Throws unless the transaction was committed. */
  void require() {
    if (status != Status.STATUS_COMMITTED) {
      throw new IllegalStateException(
          "The transaction of the worker was rolled back (status %d)".formatted(status));
    }
  }
}
