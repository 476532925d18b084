package dev.outwork.engine.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** The transactions of callers. */
@ApplicationScoped
public class Transactions {
  @Resource private TransactionSynchronizationRegistry registry;

  /** Whether the caller has a transaction, so that what it calls belongs to it. */
  public boolean isActive() {
    return registry.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
  }
}
