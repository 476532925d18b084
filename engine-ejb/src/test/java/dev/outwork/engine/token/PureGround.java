package dev.outwork.engine.token;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.token.random.Ground;
import java.util.List;
import java.util.Map;

/** Random processes on the pure stage. */
final class PureGround implements Ground {
  private final PureStage stage = new PureStage();

  @Override
  public void deploy(String document) {
    stage.deploy(document);
  }

  @Override
  public void start(String key, Map<String, TypedValue> variables) {
    stage.start(key, variables);
  }

  @Override
  public List<OpenTask> tasks() {
    return stage.openTasks().stream()
        .map(task -> new OpenTask(task.id(), task.elementId(), task.variables()))
        .toList();
  }

  @Override
  public List<String> messages() {
    return stage.messages();
  }

  @Override
  public void complete(OpenTask task, Map<String, TypedValue> variables) {
    stage.complete(onStage(task), variables);
  }

  @Override
  public void raise(OpenTask task, String code) {
    stage.raise(onStage(task), code);
  }

  private static Stage.OpenTask onStage(OpenTask task) {
    return new Stage.OpenTask(task.id(), task.elementId(), task.variables());
  }

  @Override
  public void message(String name) {
    stage.message(name);
  }

  @Override
  public void goOn() {
    stage.runJobs();
  }

  @Override
  public List<String> waitsAt() {
    return stage.waitsAt();
  }

  @Override
  public boolean hasEnded() {
    return stage.hasEnded();
  }
}
