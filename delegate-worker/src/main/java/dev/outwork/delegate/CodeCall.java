package dev.outwork.delegate;

import dev.outwork.api.deployment.CodeProperty;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityBehavior;

/** Calls the code of one task. */
final class CodeCall {
  private static final Set<String> OF_EXECUTION =
      Set.of(
          ExecutionListener.EVENTNAME_START,
          ExecutionListener.EVENTNAME_END,
          ExecutionListener.EVENTNAME_TAKE,
          "input",
          "output");

  private final CodeTask task;
  private final Beans beans;
  private final ClassLoader classes;
  private final Expressions expressions;
  private final DelegateExecution execution;
  private final DelegateTask delegateTask;

  CodeCall(CodeTask task, WrittenVariables variables, Beans beans, ClassLoader classes) {
    this.task = task;
    this.beans = beans;
    this.classes = classes;
    this.expressions = new Expressions(beans);
    this.execution = Served.as(DelegateExecution.class, new ServedExecution(task, variables));
    this.delegateTask =
        isTaskListener()
            ? Served.as(DelegateTask.class, new ServedTask(task, variables, execution))
            : null;
  }

  /** The result of the code; null if it has none. */
  Object run() throws Exception {
    String kind = task.property(CodeProperty.KIND);
    if (kind == null) {
      throw new ProcessEngineException(
          "The task of topic '%s' at '%s' does not describe its code: deploy its process with code-becomes-topics, and fetch with extension properties"
              .formatted(task.topicName(), task.activityId()));
    }
    TopicRule.check(task);
    String text = task.property(CodeProperty.TEXT);
    return switch (kind) {
      case "class" -> callDelegate(instanceOf(text));
      case "delegateExpression" -> callDelegate(expressions.value(text, scope()));
      case "expression" -> expressions.value(text, scope());
      case "script" -> new Scripts(expressions, classes).run(task, scope());
      default ->
          throw new ProcessEngineException(
              "'%s' is implemented by a %s (%s), which this worker cannot run: write a worker for topic '%s'"
                  .formatted(task.elementId(), kind, text, task.topicName()));
    };
  }

  private boolean isTaskListener() {
    return task.isStep() && !OF_EXECUTION.contains(task.event());
  }

  private VariableScope scope() {
    return isTaskListener() ? delegateTask : execution;
  }

  private Object callDelegate(Object delegate) throws Exception {
    if (delegate == null) {
      throw new ProcessEngineException(
          "'%s' has the delegate '%s', which is null in this worker"
              .formatted(task.elementId(), task.property(CodeProperty.TEXT)));
    }
    new Fields(task.properties(), expressions).injectInto(delegate);
    if (isTaskListener()) {
      callTaskListener(delegate);
    } else if (task.isStep() && delegate instanceof ExecutionListener listener) {
      listener.notify(execution);
    } else if (delegate instanceof JavaDelegate java) {
      java.execute(execution);
    } else {
      throw notCallable(delegate);
    }
    return null;
  }

  private void callTaskListener(Object delegate) {
    if (delegate instanceof TaskListener listener) {
      listener.notify(delegateTask);
    } else {
      throw notCallable(delegate);
    }
  }

  private ProcessEngineException notCallable(Object delegate) {
    if (delegate instanceof ActivityBehavior) {
      return new ProcessEngineException(
          "%s is an ActivityBehavior, which moves tokens itself: workers cannot do that, make it a JavaDelegate"
              .formatted(delegate.getClass().getName()));
    }
    String needed =
        isTaskListener()
            ? "a TaskListener"
            : task.isStep() ? "an ExecutionListener or a JavaDelegate" : "a JavaDelegate";
    return new ProcessEngineException(
        "%s is called at '%s' and is not %s"
            .formatted(delegate.getClass().getName(), task.elementId(), needed));
  }

  private Object instanceOf(String className) throws Exception {
    Class<?> type;
    try {
      type = Class.forName(className, true, classes);
    } catch (ClassNotFoundException e) {
      throw new ProcessEngineException(
          "The class %s of '%s' is not on the class path of this worker"
              .formatted(className, task.elementId()),
          e);
    }
    Object bean = beans.ofClass(type);
    return bean != null ? bean : newInstance(type);
  }

  private static Object newInstance(Class<?> type) throws Exception {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (NoSuchMethodException | InstantiationException e) {
      throw new ProcessEngineException(
          "The class %s cannot be instantiated: it has no constructor without parameters"
              .formatted(type.getName()),
          e);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception thrown ? thrown : e;
    }
  }
}
