package dev.outwork.delegate;

import dev.outwork.api.deployment.CodeProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/** A fetched task of the element {@code charge}. */
final class TestTask {
  private final Map<String, String> properties = new LinkedHashMap<>();
  private final VariableMap variables = Variables.createVariables();
  private String activityId = "charge";
  private String topic = "none";

  static TestTask of(String kind, String text, String topic) {
    TestTask task = new TestTask().with(CodeProperty.KIND, kind).with(CodeProperty.TEXT, text);
    task.topic = topic;
    return task;
  }

  static TestTask of(Class<?> type) {
    return of("class", type.getName(), type.getName());
  }

  TestTask with(String property, String value) {
    properties.put(property, value);
    return this;
  }

  TestTask at(String event) {
    activityId = "charge#%s-1".formatted(event);
    return with(CodeProperty.EVENT, event);
  }

  TestTask seeing(String variable, Object value) {
    variables.putValue(variable, value);
    return this;
  }

  CodeTask task() {
    return new CodeTask(
        "task-1",
        topic,
        new CodeTask.AtActivity(activityId, activityId + ":execution-1", "execution-1"),
        new CodeTask.OfInstance("instance-1", "order:1:1", "order", "order-1", "tenant-1"),
        TaskVariables.of(variables),
        properties);
  }

  Outcome worked() {
    return worked(Beans.NONE);
  }

  Outcome worked(Beans beans) {
    return new DelegateWorker(beans).work(task());
  }

  Outcome.Completed completed() {
    return completed(Beans.NONE);
  }

  Outcome.Completed completed(Beans beans) {
    Outcome outcome = worked(beans);
    if (outcome instanceof Outcome.Failed failed) {
      throw new AssertionError("The task has failed", failed.cause());
    }
    return (Outcome.Completed) outcome;
  }

  Outcome.Failed failed() {
    return (Outcome.Failed) worked();
  }
}
