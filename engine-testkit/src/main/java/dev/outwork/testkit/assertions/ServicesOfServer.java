package dev.outwork.testkit.assertions;

import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.history.HistoryService;
import dev.outwork.api.incident.IncidentService;
import dev.outwork.api.instance.RuntimeService;
import dev.outwork.api.task.TaskService;
import jakarta.enterprise.inject.spi.CDI;

/** The services that a bean in the server would have injected. */
final class ServicesOfServer implements EngineServices {
  @Override
  public RuntimeService runtime() {
    return service(RuntimeService.class);
  }

  @Override
  public HistoryService history() {
    return service(HistoryService.class);
  }

  @Override
  public ExternalTaskService externalTasks() {
    return service(ExternalTaskService.class);
  }

  @Override
  public TaskService tasks() {
    return service(TaskService.class);
  }

  @Override
  public IncidentService incidents() {
    return service(IncidentService.class);
  }

  private static <T> T service(Class<T> type) {
    CDI<Object> container;
    try {
      container = CDI.current();
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          "There is no engine: use OutworkExtension, run the test inside a server, or call OutworkAssertions.use",
          e);
    }
    return container.select(type).get();
  }
}
