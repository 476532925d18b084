package dev.outwork.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Code as teams have written it for Camunda 7; both engines call the same classes. */
final class Delegates {
  private Delegates() {}

  /** The beans that expressions name. */
  static Map<Object, Object> beans() {
    Map<Object, Object> beans = new HashMap<>();
    beans.put("cashier", new Cashier());
    beans.put("till", new Till());
    return beans;
  }

  /** Greets, in words that are fields of the model. */
  public static class Greeter implements JavaDelegate {
    private Expression greeting;
    private Expression name;

    @Override
    public void execute(DelegateExecution execution) {
      execution.setVariable("text", greeting.getValue(execution) + ", " + name.getValue(execution));
      execution.setVariable("own", execution.getVariableLocal("mark"));
      execution.setVariable(
          "place",
          List.of(
                  execution.getCurrentActivityId(),
                  execution.getCurrentActivityName(),
                  execution.getBusinessKey() == null,
                  execution.hasVariable("unknown"))
              .toString());
    }
  }

  /** Charges, or declines. */
  @Named("cashier")
  @ApplicationScoped
  public static class Cashier implements JavaDelegate {
    @Override
    public void execute(DelegateExecution execution) {
      int amount = (Integer) execution.getVariable("amount");
      execution.setVariable("tried", amount);
      if (amount > 1000) {
        throw new BpmnError("DECLINED", "too much");
      }
      execution.setVariable("receipt", "R-" + amount);
    }
  }

  /** Counts money. */
  @Named("till")
  @ApplicationScoped
  public static class Till {
    public long count(DelegateExecution execution, long amount) {
      execution.setVariable("counted", true);
      return amount * 100;
    }

    public void note(DelegateExecution execution, String what) {
      execution.setVariable(what, execution.getEventName());
    }
  }

  /** Records each event that it receives. */
  public static class Listener implements ExecutionListener, TaskListener {
    @Override
    public void notify(DelegateExecution execution) {
      note(execution, execution.getEventName(), execution.getCurrentActivityId());
      execution.setVariableLocal("mark", "set by a listener");
    }

    @Override
    public void notify(DelegateTask task) {
      note(task, task.getEventName(), task.getTaskDefinitionKey());
    }

    private static void note(
        org.camunda.bpm.engine.delegate.VariableScope scope, String event, String activity) {
      String before = scope.hasVariable("events") ? scope.getVariable("events") + "; " : "";
      scope.setVariable("events", before + event + " of " + activity);
    }
  }

  /** Fails each time, and counts. */
  public static class Failing implements JavaDelegate {
    static final AtomicInteger CALLS = new AtomicInteger();

    @Override
    public void execute(DelegateExecution execution) {
      CALLS.incrementAndGet();
      execution.setVariable("tried", true);
      throw new IllegalStateException("the printer is out of paper");
    }
  }
}
