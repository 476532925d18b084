package dev.outwork.engine.instance;

import dev.outwork.engine.bpmn.ExecutionProperty;
import dev.outwork.engine.expression.Names;
import dev.outwork.engine.variable.Values;
import java.util.List;

/**
 * What expressions can ask of the execution itself, as {@code execution.processBusinessKey} and the
 * like; a variable of that name is hidden, as in Camunda 7.
 */
final class ExecutionNames implements Names {
  private final Activity activity;
  private final Moment moment;

  /** When in the life of its activity an expression is evaluated. */
  enum Moment {
    /** For an input parameter: the execution is that of what surrounds the activity. */
    BEFORE,
    WITHIN,
    /** For an output parameter: the activity instance has been left already, as in Camunda 7. */
    AFTER
  }

  private ExecutionNames(Activity activity, Moment moment) {
    this.activity = activity;
    this.moment = moment;
  }

  static Names of(Activity activity, Moment moment) {
    Names execution =
        moment == Moment.BEFORE
            ? new ExecutionNames(activity.running().activities().parentOf(activity), Moment.BEFORE)
            : new ExecutionNames(activity, moment);
    return new Names() {
      @Override
      public boolean knows(String name) {
        return ExecutionProperty.EXECUTION.equals(name);
      }

      @Override
      public Object value(String name) {
        return execution;
      }
    };
  }

  @Override
  public boolean knows(String name) {
    return ExecutionProperty.of(name).isPresent();
  }

  @Override
  public Object value(String name) {
    Running running = activity.running();
    Instance instance = running.instance();
    return switch (ExecutionProperty.of(name).orElseThrow()) {
      case ID -> activity.id();
      case PARENT_ID -> activity.parentId();
      case PROCESS_INSTANCE -> new ExecutionNames(running.root(), Moment.BEFORE);
      case PROCESS_INSTANCE_ID -> instance.id();
      case ROOT_PROCESS_INSTANCE_ID -> instance.rootId();
      case SUPER_EXECUTION_ID -> instance.superActivityId();
      case PROCESS_DEFINITION_ID -> instance.definitionId();
      case PROCESS_DEFINITION_KEY -> instance.definitionKey();
      case PROCESS_BUSINESS_KEY, BUSINESS_KEY -> instance.businessKey();
      case TENANT_ID -> instance.tenantId();
      case ACTIVITY_ID, CURRENT_ACTIVITY_ID -> isAtItsNode() ? activity.node().id() : null;
      case CURRENT_ACTIVITY_NAME -> isAtItsNode() ? activity.node().info().name() : null;
      case ACTIVITY_INSTANCE_ID ->
          moment == Moment.AFTER && !activity.canceled() ? outside() : own();
      case PARENT_ACTIVITY_INSTANCE_ID -> moment == Moment.BEFORE ? own() : outside();
      case CURRENT_TRANSITION_ID, EVENT_NAME -> null;
      case CANCELED -> activity.canceled();
      case SUSPENDED -> instance.suspended();
      case VARIABLES -> new VariablesAsParts(visible());
      case VARIABLES_LOCAL -> new VariablesAsParts(local());
      case VARIABLE_NAMES -> names(visible());
      case VARIABLE_NAMES_LOCAL -> names(local());
    };
  }

  // A scope has no node of its own while tokens move inside.
  private boolean isAtItsNode() {
    return moment != Moment.BEFORE;
  }

  private String own() {
    return activity.activityInstanceId();
  }

  private String outside() {
    return activity.isRoot()
        ? own()
        : activity.running().activities().parentOf(activity).activityInstanceId();
  }

  private List<String> visible() {
    return activity.running().activities().scopesFrom(activity.id());
  }

  private List<String> local() {
    return List.of(activity.id());
  }

  private List<String> names(List<String> scopes) {
    return List.copyOf(activity.running().variables().visibleFrom(scopes).keySet());
  }

  /** In a text. */
  @Override
  public String toString() {
    return ExecutionProperty.EXECUTION;
  }

  /** Variables as parts of the execution; one that there is not is null. */
  private final class VariablesAsParts implements Names {
    private final Names variables;

    VariablesAsParts(List<String> scopes) {
      this.variables = Values.names(activity.running().variables(), scopes);
    }

    @Override
    public boolean knows(String name) {
      return true;
    }

    @Override
    public Object value(String name) {
      return variables.knows(name) ? variables.value(name) : null;
    }

    @Override
    public Object whole(String name) {
      return variables.knows(name) ? variables.whole(name) : null;
    }

    @Override
    public String toString() {
      return "variables";
    }
  }
}
