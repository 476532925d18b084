package dev.outwork.mover.source;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads all rows of some call hierarchies, with one statement for each table. */
public final class InstanceReader {
  private static final String JAVA_VALUES =
      """
      select distinct v.PROC_INST_ID_ as id
        from ACT_RU_VARIABLE v
       where v.TYPE_ = 'serializable'
         and v.PROC_INST_ID_ in (%s)
      """;
  private static final String OF_CASES =
      """
      select e.ID_ as id
        from ACT_RU_EXECUTION e
       where (e.SUPER_CASE_EXEC_ is not null or e.CASE_INST_ID_ is not null)
         and e.ID_ in (%s)
      """;

  private InstanceReader() {}

  /** Those of these instances that have serialized Java. */
  public static Set<String> withJavaValues(SourceSession session, Collection<String> instanceIds) {
    return ids(session, JAVA_VALUES, instanceIds);
  }

  /** Those of these instances that belong to a case. */
  public static Set<String> ofCases(SourceSession session, Collection<String> roots) {
    return ids(session, OF_CASES, roots);
  }

  private static Set<String> ids(SourceSession session, String sql, Collection<String> ids) {
    Set<String> found = new HashSet<>();
    session.each(sql, ids, row -> found.add(row.text("id")));
    return found;
  }

  /** Only the executions: which instances there are, and of which definitions. */
  public static List<SourceExecution> executions(SourceSession session, Collection<String> roots) {
    return session.rows(SourceQuery.EXECUTIONS, roots);
  }

  public static InstanceRows read(SourceSession session, Collection<String> roots) {
    List<SourceExecution> executions = executions(session, roots);
    List<String> executionIds = executions.stream().map(SourceExecution::id).toList();
    List<String> instanceIds =
        executions.stream()
            .filter(SourceExecution::isProcessInstance)
            .map(SourceExecution::id)
            .toList();
    List<SourceVariable> variables = session.rows(SourceQuery.VARIABLES, instanceIds);
    List<SourceExternalTask> externalTasks = session.rows(SourceQuery.EXTERNAL_TASKS, executionIds);
    List<SourceUserTask> userTasks = session.rows(SourceQuery.USER_TASKS, instanceIds);
    List<SourceJob> jobs = session.rows(SourceQuery.JOBS, instanceIds);
    return new InstanceRows(
        executions,
        variables,
        externalTasks,
        userTasks,
        session.rows(
            SourceQuery.IDENTITY_LINKS, userTasks.stream().map(SourceUserTask::id).toList()),
        jobs,
        session.rows(SourceQuery.SUBSCRIPTIONS, executionIds),
        session.rows(SourceQuery.INCIDENTS, instanceIds),
        new InstanceRows.History(
            session.rows(SourceQuery.PROCESS_HISTORY, instanceIds),
            session.rows(SourceQuery.ACTIVITY_HISTORY, instanceIds)),
        bytes(session, variables, externalTasks, jobs));
  }

  private static Map<String, byte[]> bytes(
      SourceSession session,
      List<SourceVariable> variables,
      List<SourceExternalTask> externalTasks,
      List<SourceJob> jobs) {
    return bytes(
        session,
        Stream.of(
                variables.stream().map(variable -> variable.value().bytesId()),
                externalTasks.stream().map(task -> task.trouble().errorDetailsId()),
                jobs.stream().map(job -> job.failure().detailsId()))
            .flatMap(each -> each));
  }

  /** Long values, by their ids. */
  static Map<String, byte[]> bytes(SourceSession session, Stream<String> ids) {
    return session
        .rows(SourceQuery.BYTES, ids.filter(Objects::nonNull).distinct().toList())
        .stream()
        .filter(value -> value.content() != null)
        .collect(Collectors.toMap(SourceBytes::id, SourceBytes::content));
  }
}
