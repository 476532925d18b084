package dev.outwork.mover.judging;

import dev.outwork.mover.judging.DefinitionReport.InstanceCount;
import dev.outwork.mover.reading.ElementCount;
import dev.outwork.mover.reading.NamedCount;
import dev.outwork.mover.reading.Standing;
import java.time.Instant;
import java.util.List;

/**
 * What of a source can come over. Its components are those of the JSON document, in
 * docs/moving-in.md, "The report as JSON".
 *
 * @param format of the document: grows when a field changes its meaning or goes
 * @param activities active tokens at each element, as Camunda counts them
 * @param javaVariables variables that are serialized Java, by definition and name
 */
public record MoveReport(
    int format,
    SourceFacts source,
    InstanceCount instances,
    List<DefinitionReport> definitions,
    List<ElementCount> activities,
    List<Standing> standings,
    List<ElementCount> incidents,
    List<BlockedGroup> blocked,
    List<ElementCount> javaVariables,
    Remnants remnants,
    History history,
    List<Difference> differences) {
  /** The format of this version. */
  public static final int FORMAT = 1;

  /** Where the report comes from. */
  public record SourceFacts(
      String url, String database, String schemaVersion, String engine, Instant readAt) {}

  /** What is no process instance, and does not come over. */
  public record Remnants(List<NamedCount> cases, List<NamedCount> batches, long standaloneTasks) {
    public boolean isEmpty() {
      return cases.isEmpty() && batches.isEmpty() && standaloneTasks == 0;
    }
  }

  /**
   * What has ended.
   *
   * @param endedInstances that can come over, if that is wanted
   * @param notKept what has no place here, as rows
   */
  public record History(long endedInstances, List<NamedCount> notKept) {}

  /** How many versions have this verdict. */
  public long count(Verdict verdict) {
    return definitions.stream().filter(definition -> definition.verdict() == verdict).count();
  }

  /** Whether everything that is there can come over. */
  public boolean isAllWell() {
    return count(Verdict.REFUSED) == 0 && instances.blocked() == 0 && remnants.isEmpty();
  }
}
