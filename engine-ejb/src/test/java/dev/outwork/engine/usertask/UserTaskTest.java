package dev.outwork.engine.usertask;

import dev.outwork.api.ListQuery;
import dev.outwork.api.task.Task;
import dev.outwork.api.task.TaskFilter;
import dev.outwork.api.task.TaskService;
import dev.outwork.api.task.TaskSort;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.util.List;

/** Tests that complete user tasks, and what they all ask. */
abstract class UserTaskTest extends SharedEngineTest {
  protected static TaskService tasks() {
    return engine.tasks();
  }

  protected static List<Task> all() {
    return tasks().tasks(ListQuery.all());
  }

  /** The one task that is open. */
  protected static Task only() {
    List<Task> open = all();
    if (open.size() != 1) {
      throw new AssertionError("%d tasks are open".formatted(open.size()));
    }
    return open.get(0);
  }

  /** The one task of an element. */
  protected static Task at(String elementId) {
    ListQuery<TaskFilter, TaskSort> query = ListQuery.all();
    return tasks().tasks(query.with(TaskFilter.TASK_DEFINITION_KEY, elementId)).get(0);
  }
}
