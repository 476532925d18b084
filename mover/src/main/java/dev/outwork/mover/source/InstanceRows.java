package dev.outwork.mover.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All rows of some call hierarchies.
 *
 * @param bytes long values, by their ids
 */
public record InstanceRows(
    List<SourceExecution> executions,
    List<SourceVariable> variables,
    List<SourceExternalTask> externalTasks,
    List<SourceUserTask> userTasks,
    List<SourceIdentityLink> identityLinks,
    List<SourceJob> jobs,
    List<SourceSubscription> subscriptions,
    List<SourceIncident> incidents,
    History history,
    Map<String, byte[]> bytes) {
  /** What history knows of them; empty if the engine keeps none. */
  public record History(
      List<SourceProcessHistory> instances, List<SourceActivityHistory> activities) {}

  /** A long value; empty if there is none. */
  public Optional<byte[]> bytes(String id) {
    return id == null ? Optional.empty() : Optional.ofNullable(bytes.get(id));
  }
}
