package dev.outwork.mover.source;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the history of some call hierarchies, with one statement for each table. */
public final class HistoryReader {
  private HistoryReader() {}

  /**
   * All of these hierarchies, without the instances that the source has deleted meanwhile. A
   * clean-up by removal times goes through each table by itself: {@link EndedRoots} leaves out
   * those whose time has come.
   */
  public static HistoryRows read(SourceSession session, Collection<String> roots) {
    List<SourceProcessHistory> instances = instances(session, roots);
    List<String> ids = instances.stream().map(SourceProcessHistory::id).toList();
    List<SourceVariableHistory> variables = session.rows(SourceQuery.VARIABLE_HISTORY, ids);
    List<SourceTaskLog> log = session.rows(SourceQuery.TASK_LOG, ids);
    HistoryRows rows =
        new HistoryRows(
            instances,
            session.rows(SourceQuery.ACTIVITY_HISTORY, ids),
            session.rows(SourceQuery.TASK_HISTORY, ids),
            variables,
            log,
            session.rows(SourceQuery.INCIDENT_HISTORY, ids),
            InstanceReader.bytes(
                session,
                Stream.concat(
                    variables.stream().map(each -> each.variable().value().bytesId()),
                    log.stream().map(line -> line.trouble().errorDetailsId()))));
    return without(gone(session, instances, roots), rows);
  }

  /** Only which instances there are, running and ended, and of which definitions. */
  public static List<SourceProcessHistory> instances(
      SourceSession session, Collection<String> roots) {
    return session.rows(SourceQuery.HIERARCHY_HISTORY, roots);
  }

  /** Those of these instances in whose history there is serialized Java. */
  public static Set<String> withJavaValues(SourceSession session, Collection<String> instanceIds) {
    return Set.copyOf(session.rows(SourceQuery.JAVA_HISTORY, instanceIds));
  }

  private static Set<String> gone(
      SourceSession session, List<SourceProcessHistory> before, Collection<String> roots) {
    Set<String> gone =
        before.stream()
            .map(SourceProcessHistory::id)
            .collect(Collectors.toCollection(HashSet::new));
    session.rows(SourceQuery.HIERARCHY_HISTORY, roots).forEach(each -> gone.remove(each.id()));
    return gone;
  }

  private static HistoryRows without(Set<String> gone, HistoryRows rows) {
    return gone.isEmpty()
        ? rows
        : new HistoryRows(
            rows.instances().stream().filter(each -> !gone.contains(each.id())).toList(),
            rows.activities(),
            rows.tasks(),
            rows.variables(),
            rows.taskLog(),
            rows.incidents(),
            rows.bytes());
  }
}
