package dev.outwork.testkit.assertions;

import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.history.HistoryService;
import dev.outwork.api.incident.IncidentService;
import dev.outwork.api.instance.RuntimeService;
import dev.outwork.api.task.TaskService;

/** The services of the engine that assertions ask. */
public interface EngineServices {
  /** What runs. */
  RuntimeService runtime();

  /** What happened. */
  HistoryService history();

  /** Work of workers. */
  ExternalTaskService externalTasks();

  /** Work of people. */
  TaskService tasks();

  /** What went wrong and waits for somebody. */
  IncidentService incidents();
}
