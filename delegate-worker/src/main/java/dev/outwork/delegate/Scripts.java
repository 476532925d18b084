package dev.outwork.delegate;

import dev.outwork.api.deployment.CodeProperty;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.script.Bindings;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Runs scripts with the script engines on the class path of the worker. */
final class Scripts {
  private static final String CLASS_PATH = "classpath://";
  private static final String DEPLOYMENT = "deployment://";
  private static final String JUEL = "juel";

  private final Expressions expressions;
  private final ClassLoader classes;

  Scripts(Expressions expressions, ClassLoader classes) {
    this.expressions = expressions;
    this.classes = classes;
  }

  /** The result of the script of a task. */
  Object run(CodeTask task, VariableScope scope) {
    String format = task.property(CodeProperty.FORMAT);
    String source = source(task, scope);
    if (JUEL.equals(format)) {
      return expressions.value(source, scope);
    }
    ScriptEngine engine = new ScriptEngineManager(classes).getEngineByName(format);
    if (engine == null) {
      throw new ProcessEngineException(
          "The script of '%s' is written in '%s': put a script engine for it on the class path of this worker"
              .formatted(task.elementId(), format));
    }
    try {
      return engine.eval(source, bindings(engine, scope));
    } catch (ScriptException e) {
      throw thrownBy(task, e);
    }
  }

  private static RuntimeException thrownBy(CodeTask task, ScriptException e) {
    return new ProcessEngineException(
        "The script of '%s' failed: %s".formatted(task.elementId(), e.getMessage()), e);
  }

  private static Bindings bindings(ScriptEngine engine, VariableScope scope) {
    Bindings bindings = engine.createBindings();
    scope.getVariableNames().forEach(name -> bindings.put(name, scope.getVariable(name)));
    if (scope instanceof DelegateTask task) {
      bindings.put("task", task);
      bindings.put("execution", task.getExecution());
    } else if (scope instanceof DelegateExecution) {
      bindings.put("execution", scope);
    }
    return bindings;
  }

  private String source(CodeTask task, VariableScope scope) {
    String resource = task.property(CodeProperty.RESOURCE);
    if (resource != null) {
      return read(task, String.valueOf(expressions.value(resource, scope)));
    }
    String text = task.property(CodeProperty.TEXT);
    boolean isComputed =
        !JUEL.equals(task.property(CodeProperty.FORMAT))
            && (text.strip().startsWith("${") || text.strip().startsWith("#{"))
            && text.strip().endsWith("}");
    return isComputed ? String.valueOf(expressions.value(text, scope)) : text;
  }

  private String read(CodeTask task, String resource) {
    if (resource.startsWith(DEPLOYMENT)) {
      throw new ProcessEngineException(
          "The script of '%s' is '%s' of the deployment, which a worker does not have: put it on the class path"
              .formatted(task.elementId(), resource));
    }
    String path =
        resource.startsWith(CLASS_PATH) ? resource.substring(CLASS_PATH.length()) : resource;
    try (InputStream file = classes.getResourceAsStream(path)) {
      if (file == null) {
        throw new ProcessEngineException(
            "The script of '%s' is '%s', which is not on the class path of this worker"
                .formatted(task.elementId(), resource));
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ProcessEngineException("The script '%s' cannot be read".formatted(resource), e);
    }
  }
}
