package dev.outwork.mover.judging;

import dev.outwork.api.deployment.CodeProperty;
import dev.outwork.api.deployment.ParseException;
import dev.outwork.api.deployment.ParseException.Problem;
import dev.outwork.engine.bpmn.ExternalActivity;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.bpmn.reader.BpmnReader;
import dev.outwork.engine.dmn.DmnReader;
import dev.outwork.mover.reading.DefinitionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a file as a deployment would. */
final class ModelJudge {
  private static final String CASE = "Cases (CMMN) are not executed";
  private static final String LOST = "The deployment has no file '%s'";

  private ModelJudge() {}

  static ModelJudgement judge(DefinitionKind kind, String resourceName, byte[] document) {
    return switch (kind) {
      case PROCESS -> processes(resourceName, document);
      case DECISION -> decisions(resourceName, document);
      case CASE -> refused(CASE);
    };
  }

  /** Of a definition whose file is not there. */
  static ModelJudgement lost(String resourceName) {
    return refused(LOST.formatted(resourceName));
  }

  private static ModelJudgement refused(String message) {
    return ModelJudgement.refused(List.of(new Problem(message, 0, 0, List.of())), List.of());
  }

  private static ModelJudgement processes(String resourceName, byte[] document) {
    try {
      return processes(resourceName, document, Verdict.DEPLOYS_AS_IS);
    } catch (ParseException refused) {
      return withoutCode(resourceName, document);
    }
  }

  private static ModelJudgement withoutCode(String resourceName, byte[] document) {
    try {
      return processes(resourceName, document, Verdict.CODE_BECOMES_TOPICS);
    } catch (ParseException refused) {
      return ModelJudgement.refused(refused.problems(), refused.warnings());
    }
  }

  private static ModelJudgement processes(String resourceName, byte[] document, Verdict verdict) {
    List<Problem> warnings = new ArrayList<>();
    boolean codeBecomesTopics = verdict == Verdict.CODE_BECOMES_TOPICS;
    List<ProcessModel> models =
        BpmnReader.read(resourceName, document, codeBecomesTopics, warnings::add);
    return new ModelJudgement(
        verdict,
        List.of(),
        warnings,
        models.stream().collect(Collectors.toMap(ProcessModel::key, ModelJudge::topics)),
        models.stream().collect(Collectors.toMap(ProcessModel::key, Construct::in)));
  }

  private static List<CodeWorkTopic> topics(ProcessModel model) {
    return model.nodes().values().stream()
        .filter(ExternalActivity.class::isInstance)
        .map(ExternalActivity.class::cast)
        .filter(activity -> activity.properties().containsKey(CodeProperty.KIND))
        .map(
            activity ->
                new CodeWorkTopic(
                    activity.id(),
                    activity.topic().text(),
                    activity.properties().get(CodeProperty.KIND)))
        .toList();
  }

  private static ModelJudgement decisions(String resourceName, byte[] document) {
    try {
      DmnReader.read(resourceName, document);
      return new ModelJudgement(
          Verdict.DEPLOYS_AS_IS, List.of(), List.of(), Map.of(), Map.<String, Set<Construct>>of());
    } catch (ParseException refused) {
      return ModelJudgement.refused(refused.problems(), refused.warnings());
    }
  }
}
