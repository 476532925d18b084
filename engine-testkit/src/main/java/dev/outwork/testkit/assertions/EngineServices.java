package dev.outwork.testkit.assertions;

import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.history.HistoryService;
import dev.outwork.api.incident.IncidentService;
import dev.outwork.api.instance.RuntimeService;
import dev.outwork.api.task.TaskService;

/** The services of the engine that assertions use. */
public interface EngineServices {
  /** Running instances. */
  RuntimeService runtime();

  /** History. */
  HistoryService history();

  /** External tasks. */
  ExternalTaskService externalTasks();

  /** User tasks. */
  TaskService tasks();

  /** Incidents. */
  IncidentService incidents();
}
