package dev.outwork.rest.shutdown;

import dev.outwork.api.worker.spi.WorkerService;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/**
 * Stops the workers inside the server before the resources that they use. An EAR that starts its
 * modules in order stops them in reverse order, and this one is the last. Otherwise WildFly could
 * close the persistence unit of a worker whose transaction has not ended yet, and its writes would
 * be lost without an error on commit.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class WorkersEndFirst {
  @Inject private WorkerService workers;

  @PreDestroy
  void end() {
    workers.close();
  }
}
