package dev.outwork.engine.externaltask;

import dev.outwork.api.externaltask.FailedTask;
import dev.outwork.api.externaltask.TaskReport;
import dev.outwork.api.identity.AuthenticatedUser;
import dev.outwork.engine.right.Verb;
import dev.outwork.engine.tracing.CallTrace;

/**
 * What a worker reports of its task, possibly made by the thread of another caller.
 *
 * @param user of the caller
 * @param rights of the caller
 */
public record Report(
    String workerId,
    TaskReport of,
    CallTrace trace,
    AuthenticatedUser.Snapshot user,
    TaskRights rights) {
  /** A report by the user of this thread. */
  Report(String workerId, TaskReport of, CallTrace trace, TaskRights rights) {
    this(workerId, of, trace, AuthenticatedUser.snapshot(), rights);
  }

  /** A report by the user of this thread that nobody traces, with all rights. */
  Report(String workerId, TaskReport of) {
    this(workerId, of, CallTrace.NONE, TaskRights.ALL);
  }

  String id() {
    return of.id();
  }

  /**
   * Throws an exception if the report is refused.
   *
   * @param held its task; null if there is none
   */
  void check(HeldTask held) {
    if (of instanceof FailedTask failed) {
      Arguments.check(failed.failure());
    }
    if (held == null) {
      throw HeldTask.notFound(id());
    }
    rights.check(held.task(), Verb.REPORT);
    held.checkReportBy(
        workerId,
        rights::ownLock,
        of instanceof FailedTask ? Reports.CANNOT_FAIL : Reports.CANNOT_COMPLETE);
  }
}
