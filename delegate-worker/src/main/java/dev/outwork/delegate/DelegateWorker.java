package dev.outwork.delegate;

import dev.outwork.api.deployment.CodeProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.BpmnError;

/**
 * Does the work of tasks by calling the code that they stand for: delegates, listeners, expressions
 * and scripts written for Camunda 7. Thread-safe.
 */
public final class DelegateWorker {
  private final Beans beans;
  private final Supplier<ClassLoader> classes;

  /** A worker that uses the context class loader of the calling thread. */
  public DelegateWorker(Beans beans) {
    this(beans, DelegateWorker::ofThread);
  }

  /**
   * @param classes provides the class loader of delegates and scripts, which becomes the context
   *     class loader while they run
   */
  public DelegateWorker(Beans beans, Supplier<ClassLoader> classes) {
    this.beans = beans;
    this.classes = classes;
  }

  private static ClassLoader ofThread() {
    return Optional.ofNullable(Thread.currentThread().getContextClassLoader())
        .orElseGet(DelegateWorker.class::getClassLoader);
  }

  /** Calls the code of a task. Never throws: an exception of the code is an outcome. */
  public Outcome work(CodeTask task) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    ClassLoader own = classes.get();
    // In a server the thread belongs to the engine; neither the code nor its Expression Language,
    // which uses the context class loader, would find classes of the application.
    thread.setContextClassLoader(own);
    try {
      return call(task, own);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private Outcome call(CodeTask task, ClassLoader own) {
    WrittenVariables variables = new WrittenVariables(task.variables());
    try (Beans.ForTask ofTask = beans.begin()) {
      Object result = new CodeCall(task, variables, ofTask.beans(), own).run();
      Map<String, Object> localVariables = new LinkedHashMap<>(variables.writtenLocal());
      if (task.wantsResult()) {
        localVariables.put(CodeProperty.RESULT, result);
      }
      return new Outcome.Completed(variables.written(), localVariables);
    } catch (Throwable thrown) {
      return errorIn(thrown)
          .<Outcome>map(
              error ->
                  new Outcome.Raised(error.getErrorCode(), error.getMessage(), variables.written()))
          .orElseGet(() -> new Outcome.Failed(thrown));
    }
  }

  /** As in Camunda 7, an error also counts as the cause of another exception. */
  private static Optional<BpmnError> errorIn(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof BpmnError error) {
        return Optional.of(error);
      }
    }
    return Optional.empty();
  }
}
