package dev.outwork.mover.judging;

import dev.outwork.api.deployment.ParseException.Problem;
import dev.outwork.mover.reading.SourceDefinition;
import java.util.List;

/**
 * A version of a definition, whether it deploys, and how many instances it has.
 *
 * @param problems why it does not deploy; empty if it does
 * @param topics that its code becomes
 */
public record DefinitionReport(
    SourceDefinition definition,
    Verdict verdict,
    List<Problem> problems,
    List<Problem> warnings,
    List<CodeWorkTopic> topics,
    InstanceCount instances) {

  /**
   * @param called by other instances
   * @param blocked those that cannot go
   */
  public record InstanceCount(long all, long suspended, long called, long blocked) {
    static final InstanceCount NONE = new InstanceCount(0, 0, 0, 0);

    InstanceCount plus(InstanceCount other) {
      return new InstanceCount(
          all + other.all,
          suspended + other.suspended,
          called + other.called,
          blocked + other.blocked);
    }
  }
}
