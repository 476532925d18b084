package dev.outwork.engine.decision;

import dev.outwork.engine.database.Ids;
import dev.outwork.engine.decision.DecisionRecord.Caller;
import dev.outwork.engine.deployment.DecisionModels.DeployedDecision;
import dev.outwork.engine.dmn.Evaluation;
import dev.outwork.engine.dmn.Evaluation.EvaluatedDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The records of an evaluation. */
public final class DecisionRecords {
  private DecisionRecords() {}

  /** The requested decision, then those that it requires. */
  public static List<DecisionRecord> of(
      DeployedDecision decision, Evaluation evaluation, Caller caller, Instant now) {
    List<DecisionRecord> records = new ArrayList<>();
    for (EvaluatedDecision evaluated : evaluation.decisions()) {
      records.add(
          new DecisionRecord(
              Ids.next(),
              records.isEmpty() ? null : records.get(0).id(),
              decision.definitions().get(evaluated.key()),
              evaluated,
              now,
              caller));
    }
    return records;
  }
}
