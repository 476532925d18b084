package dev.outwork.engine.worker;

import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.WaitingRoom;
import dev.outwork.api.worker.WorkerOptions;
import dev.outwork.api.worker.spi.Engines;
import dev.outwork.api.worker.spi.TaskDelivery;
import dev.outwork.api.worker.spi.WorkerService;
import dev.outwork.api.worker.spi.WorkerSubscription;
import dev.outwork.engine.tracing.Tracing;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/** The workers of this node. */
@ApplicationScoped
public class Workers implements WorkerService {
  private static final Logger LOG = Logger.getLogger(Workers.class.getName());

  @Inject private WaitingRoom waitingRoom;
  @Inject private ExternalTaskService externalTasks;
  @Inject private WorkerReports reports;
  @Inject private Tracing tracing;

  @Resource private ManagedExecutorService executor;
  @Resource private ManagedScheduledExecutorService timer;

  private final Set<Subscription> open = ConcurrentHashMap.newKeySet();

  @Override
  public WorkerSubscription subscribe(String name, WorkerOptions options, TaskDelivery delivery) {
    String topic = options.topic().topicName();
    WorkerSettings settings = WorkerSettings.of(topic);
    WorkerOptions configured = settings.override(options);
    if (!settings.isEnabled()) {
      LOG.info(() -> "Worker '%s' of topic '%s' is disabled".formatted(name, topic));
      return () -> {};
    }
    Subscription subscription =
        new Subscription(
            WorkerIds.of(name),
            configured,
            delivery,
            new Surroundings(waitingRoom, externalTasks, reports, tracing, executor, timer));
    open.add(subscription);
    subscription.start();
    LOG.info(
        () ->
            "Worker '%s' started: up to %d tasks of topic '%s' at a time"
                .formatted(name, configured.maxTasks(), topic));
    return () -> {
      open.remove(subscription);
      subscription.close();
    };
  }

  /** Announces the engine to message-driven workers. */
  void open() {
    Engines.add(this);
  }

  @Override
  public void close() {
    Engines.remove(this);
    open.parallelStream().forEach(Subscription::close);
    open.clear();
    waitingRoom.close();
  }
}
