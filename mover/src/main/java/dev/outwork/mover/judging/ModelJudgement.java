package dev.outwork.mover.judging;

import dev.outwork.api.deployment.ParseException.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the engine's own reader says of a file.
 *
 * @param problems of the last attempt; empty unless it is refused
 * @param topics by the key of the process
 * @param constructs by the key of the process
 */
record ModelJudgement(
    Verdict verdict,
    List<Problem> problems,
    List<Problem> warnings,
    Map<String, List<CodeWorkTopic>> topics,
    Map<String, Set<Construct>> constructs) {

  static ModelJudgement refused(List<Problem> problems, List<Problem> warnings) {
    return new ModelJudgement(Verdict.REFUSED, problems, warnings, Map.of(), Map.of());
  }
}
