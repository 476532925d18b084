package dev.outwork.mover.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the history knows of some call hierarchies: all that ran in them, running and ended.
 *
 * @param bytes long values, by their ids
 */
public record HistoryRows(
    List<SourceProcessHistory> instances,
    List<SourceActivityHistory> activities,
    List<SourceTaskHistory> tasks,
    List<SourceVariableHistory> variables,
    List<SourceTaskLog> taskLog,
    List<SourceIncidentHistory> incidents,
    Map<String, byte[]> bytes) {
  /** A long value; empty if there is none. */
  public Optional<byte[]> bytes(String id) {
    return id == null ? Optional.empty() : Optional.ofNullable(bytes.get(id));
  }
}
