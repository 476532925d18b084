package dev.outwork.rest.shutdown;

import dev.outwork.api.worker.spi.WorkerService;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/**
 * Ends the workers inside the server before what they work with. An EAR whose modules start in
 * their order stops them in the reverse order, and this one is the last; otherwise WildFly could
 * close the persistence unit of a worker whose transaction has not ended yet, and what it wrote
 * would be lost without an error when it commits.
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
