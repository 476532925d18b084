package dev.outwork.engine.worker;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/**
 * Lets workers inside the server begin when the engine is ready, and end before it is not: a server
 * ends beans in no order, and one that a worker needs may be gone.
 */
@Singleton
@Startup
// Sweep makes the waiting room. The thread of a worker would make it, and on Open Liberty wait in
// it
// for the start of the application, which waits for the room.
@DependsOn({"Migrations", "Sweep"})
@TransactionManagement(TransactionManagementType.BEAN)
public class WorkersStart {
  @Inject private BeanWorkers beanWorkers;
  @Inject private Workers workers;
  @Inject private BeanCalls calls;
  @Inject private Instance<RequestContextController> requestContexts;

  @Resource private ManagedExecutorService executor;

  @PostConstruct
  void begin() {
    for (BeanWorker worker : beanWorkers.all()) {
      workers.subscribe(
          worker.name(),
          worker.options(),
          new BeanDelivery(worker, calls, executor, requestContexts.get()));
    }
    workers.open();
  }

  @PreDestroy
  void end() {
    workers.close();
  }
}
