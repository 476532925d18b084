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
 * Starts workers inside the server when the engine is ready, and stops them before it shuts down: a
 * server stops beans in no particular order, and one that a worker needs may be gone.
 */
@Singleton
@Startup
// Sweep creates the waiting room. Otherwise the thread of a worker would create it, and on Open
// Liberty wait in it for the start of the application, which waits for the room.
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
          new BeanDelivery(worker, calls, executor, requestContexts));
    }
    workers.open();
  }

  @PreDestroy
  void end() {
    workers.close();
  }
}
