package dev.outwork.comparison;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Code of a model that writes down when it is called, and what it sees then. */
public final class Recorded implements JavaDelegate, ExecutionListener, TaskListener {
  /** All calls since the list was cleared, the oldest first. */
  static final List<String> CALLS = new ArrayList<>();

  /** As which a call is written down; {@code event} is null for the work of an element. */
  static String call(String activityId, String event, Object input) {
    return "%s at %s sees %s".formatted(event == null ? "work" : event, activityId, input);
  }

  @Override
  public void execute(DelegateExecution execution) {
    called(execution, null);
  }

  @Override
  public void notify(DelegateExecution execution) {
    called(execution, execution.getEventName());
  }

  @Override
  public void notify(DelegateTask task) {
    called(task.getExecution(), task.getEventName());
  }

  private static void called(DelegateExecution execution, String event) {
    String call = call(execution.getCurrentActivityId(), event, execution.getVariable("in"));
    CALLS.add(call);
    execution.setVariable("last", call);
  }
}
