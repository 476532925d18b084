package dev.outwork.engine.token;

import dev.outwork.engine.bpmn.Assignments.Event;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.expression.CurrentExecution;
import dev.outwork.engine.expression.ExecutionProperty;
import dev.outwork.engine.expression.Names;
import dev.outwork.engine.variable.Values;
import java.time.Clock;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The execution for expressions, such as {@code execution.processBusinessKey}; it hides a variable
 * of that name, as in Camunda 7.
 */
final class ExecutionNames implements CurrentExecution {
  private final Activity activity;
  private final Moment moment;
  private final String innermostScope;
  private final FlowNode element;
  private final String eventName;
  private final String transitionId;

  /** The time of an evaluation in the life of its activity. */
  enum Moment {
    /** For an input parameter: the execution is that of the surrounding scope. */
    BEFORE,
    WITHIN,
    /** For an output parameter: the activity instance has been left already, as in Camunda 7. */
    AFTER
  }

  private ExecutionNames(Activity activity, Moment moment, String innermostScope) {
    this(activity, moment, innermostScope, activity.node(), null, null);
  }

  private ExecutionNames(
      Activity activity,
      Moment moment,
      String innermostScope,
      FlowNode element,
      String eventName,
      String transitionId) {
    this.activity = activity;
    this.moment = moment;
    this.innermostScope = innermostScope;
    this.element = element;
    this.eventName = eventName;
    this.transitionId = transitionId;
  }

  /**
   * @param innermostScope from which variables are visible
   */
  static Names of(Activity activity, Moment moment, String innermostScope) {
    Activity own =
        moment == Moment.BEFORE ? activity.running().activities().parentOf(activity) : activity;
    return named(new ExecutionNames(own, moment, innermostScope));
  }

  /**
   * For a listener.
   *
   * @param element the node that starts or ends, or the source of the flow
   * @param transitionId the flow; null at a node
   */
  static Names listening(Activity activity, Event event, FlowNode element, String transitionId) {
    return named(
        new ExecutionNames(
            activity, Moment.WITHIN, activity.id(), element, event.key(), transitionId));
  }

  private static Names named(ExecutionNames execution) {
    return new Names() {
      @Override
      public boolean knows(String name) {
        return ExecutionProperty.EXECUTION.equals(name);
      }

      @Override
      public Object value(String name) {
        return execution;
      }

      @Override
      public Optional<Clock> clock() {
        return Optional.of(execution.activity.running().clock());
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
      case PROCESS_INSTANCE ->
          new ExecutionNames(running.root(), Moment.BEFORE, running.root().id());
      case PROCESS_INSTANCE_ID -> instance.id();
      case ROOT_PROCESS_INSTANCE_ID -> instance.rootId();
      case SUPER_EXECUTION_ID -> instance.superActivityId();
      case PROCESS_DEFINITION_ID -> instance.definitionId();
      case PROCESS_DEFINITION_KEY -> instance.definitionKey();
      case PROCESS_BUSINESS_KEY, BUSINESS_KEY -> instance.businessKey();
      case TENANT_ID -> instance.tenantId();
      case ACTIVITY_ID, CURRENT_ACTIVITY_ID -> isAtItsNode() ? element.id() : null;
      case CURRENT_ACTIVITY_NAME -> isAtItsNode() ? element.info().name() : null;
      case ACTIVITY_INSTANCE_ID ->
          moment == Moment.AFTER && !activity.canceled() ? outside() : own();
      case PARENT_ACTIVITY_INSTANCE_ID -> moment == Moment.BEFORE ? own() : outside();
      case CURRENT_TRANSITION_ID -> transitionId;
      case EVENT_NAME -> eventName;
      case CANCELED -> activity.canceled();
      case SUSPENDED -> instance.suspended();
      case VARIABLES -> variables();
      case VARIABLES_LOCAL -> localVariables();
      case VARIABLE_NAMES -> names(visible());
      case VARIABLE_NAMES_LOCAL -> names(local());
    };
  }

  @Override
  public Map<String, Object> variables() {
    return new VariablesAsParts(visible());
  }

  @Override
  public Map<String, Object> localVariables() {
    return new VariablesAsParts(local());
  }

  @Override
  public Object wholeLocal(String name) {
    Names own = Values.names(activity.running().variables(), local());
    return own.knows(name) ? own.whole(name) : null;
  }

  // A scope has no node of its own while tokens move inside it.
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
    return activity.running().activities().scopesFrom(innermostScope);
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

  /** Variables as properties of the execution, each read on demand. */
  private final class VariablesAsParts extends AbstractMap<String, Object> {
    private final List<String> scopes;
    private final Names variables;

    VariablesAsParts(List<String> scopes) {
      this.scopes = scopes;
      this.variables = Values.names(activity.running().variables(), scopes);
    }

    @Override
    public boolean containsKey(Object name) {
      return name instanceof String text && variables.knows(text);
    }

    @Override
    public Object get(Object name) {
      return containsKey(name) ? variables.value((String) name) : null;
    }

    @Override
    public int size() {
      return names(scopes).size();
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
      Map<String, Object> entries = new LinkedHashMap<>();
      names(scopes).forEach(name -> entries.put(name, get(name)));
      return entries.entrySet();
    }

    @Override
    public String toString() {
      return "variables";
    }
  }
}
