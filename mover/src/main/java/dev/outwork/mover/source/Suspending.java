package dev.outwork.mover.source;

import java.util.Collection;
import java.util.List;

/**
 * Suspends and activates instances as the engine of the source does: the same columns, and a new
 * revision, so that a transaction of that engine which has read the rows before fails and changes
 * nothing.
 */
final class Suspending {
  // Those who move tokens change executions. Once these are locked, all that they have done is
  // committed or will fail.
  private static final String LOCK =
      """
      select e.ID_
        from ACT_RU_EXECUTION e
       where e.PROC_INST_ID_ in (%s)
       order by e.ID_
         for update
      """;

  private static final List<String> SET_STATE =
      List.of(
          """
          update ACT_RU_EXECUTION
             set SUSPENSION_STATE_ = ?, REV_ = REV_ + 1
           where PROC_INST_ID_ in (%s)
          """,
          """
          update ACT_RU_TASK
             set SUSPENSION_STATE_ = ?, REV_ = REV_ + 1
           where PROC_INST_ID_ in (%s)
          """,
          """
          update ACT_RU_EXT_TASK
             set SUSPENSION_STATE_ = ?, REV_ = REV_ + 1
           where EXECUTION_ID_ in (select e.ID_
                                     from ACT_RU_EXECUTION e
                                    where e.PROC_INST_ID_ in (%s))
          """,
          """
          update ACT_RU_JOB
             set SUSPENSION_STATE_ = ?, REV_ = REV_ + 1
           where PROCESS_INSTANCE_ID_ in (%s)
          """);

  private static final String SUSPEND_JOBS =
      """
      update ACT_RU_JOB
         set SUSPENSION_STATE_ = ?, REV_ = REV_ + 1
       where ID_ in (%s)
      """;

  private static final String HISTORY =
      """
      update ACT_HI_PROCINST
         set STATE_ = ?
       where END_TIME_ is null
         and ID_ in (%s)
      """;

  private Suspending() {}

  /** Waits for transactions that move their tokens, and lets none begin. */
  static void lock(SourceSession session, Collection<String> instanceIds) {
    session.each(LOCK, instanceIds, row -> {});
  }

  static void suspend(SourceSession session, Collection<String> instanceIds) {
    set(session, instanceIds, SourceSession.SUSPENDED, "SUSPENDED");
  }

  /**
   * @param suspendedJobs of these instances, those that stood suspended for themselves
   */
  static void activate(
      SourceSession session, Collection<String> instanceIds, Collection<String> suspendedJobs) {
    set(session, instanceIds, SourceSession.ACTIVE, "ACTIVE");
    session.update(SUSPEND_JOBS, List.of(SourceSession.SUSPENDED), suspendedJobs);
  }

  private static void set(
      SourceSession session, Collection<String> instanceIds, int state, String name) {
    SET_STATE.forEach(sql -> session.update(sql, List.of(state), instanceIds));
    if (session.hasProcessHistory()) {
      session.update(HISTORY, List.of(name), instanceIds);
    }
  }
}
