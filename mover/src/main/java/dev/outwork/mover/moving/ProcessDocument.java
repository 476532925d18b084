package dev.outwork.mover.moving;

import dev.outwork.api.deployment.ParseException;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.bpmn.reader.BpmnReader;
import java.util.HashMap;
import java.util.Map;

/**
 * A file with processes as the engine reads it.
 *
 * @param models by the keys of the processes; empty if it is refused
 * @param hasCode whether code in it becomes the work of topics
 * @param refusal why it is refused, or null
 */
record ProcessDocument(Map<String, ProcessModel> models, boolean hasCode, String refusal) {
  private static final String NEEDS_TOPICS = "it has code; move it with --code-becomes-topics";

  /**
   * @param file null if it is not there
   * @param codeBecomesTopics whether a file with code is welcome
   */
  static ProcessDocument read(String name, byte[] file, boolean codeBecomesTopics) {
    if (file == null) {
      return refused("its file '%s' is not there".formatted(name));
    }
    try {
      return new ProcessDocument(models(name, file, false), false, null);
    } catch (ParseException refusal) {
      return withCode(name, file, codeBecomesTopics, refusal);
    }
  }

  private static ProcessDocument withCode(
      String name, byte[] file, boolean codeBecomesTopics, ParseException refusal) {
    try {
      Map<String, ProcessModel> models = models(name, file, true);
      return codeBecomesTopics ? new ProcessDocument(models, true, null) : refused(NEEDS_TOPICS);
    } catch (ParseException refusedWithCode) {
      return refused(firstProblem(refusal));
    }
  }

  private static ProcessDocument refused(String reason) {
    return new ProcessDocument(Map.of(), false, reason);
  }

  private static String firstProblem(ParseException refusal) {
    return refusal.problems().isEmpty()
        ? refusal.getMessage()
        : refusal.problems().get(0).message();
  }

  private static Map<String, ProcessModel> models(String name, byte[] file, boolean topics) {
    Map<String, ProcessModel> models = new HashMap<>();
    BpmnReader.read(name, file, topics, warning -> {})
        .forEach(model -> models.put(model.key(), model));
    return models;
  }
}
