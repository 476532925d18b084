package dev.outwork.engine.externaltask;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.externaltask.CompletedTask;
import dev.outwork.api.externaltask.FailedTask;
import dev.outwork.api.externaltask.ReportOutcome;
import dev.outwork.api.externaltask.TaskReport;
import dev.outwork.engine.database.TellsOutages;
import dev.outwork.engine.externaltask.Reports.Completion;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The transaction of many reports, each on a different task. */
@Stateless
@TellsOutages
public class ReportTransaction {
  @Inject private TaskHoldStore holds;
  @Inject private Reports reports;

  /**
   * Makes all reports that are valid, and returns the outcome of each by task id. Throws an
   * exception only if everything has to be rolled back.
   */
  public Map<String, ReportOutcome> make(String workerId, List<TaskReport> all) {
    Map<String, ReportOutcome> outcomes = new HashMap<>();
    Map<String, HeldTask> held = holds.hold(all.stream().map(TaskReport::id).toList());
    List<List<TaskReport>> rounds = rounds(all, held);
    for (List<TaskReport> round : rounds) {
      // Earlier reports on the same call hierarchy may have changed its other tasks.
      Map<String, HeldTask> now = round == rounds.get(0) ? held : again(round, held);
      outcomes.putAll(make(workerId, round, now));
    }
    return outcomes;
  }

  /**
   * Each round has at most one report on each call hierarchy, and keeps the order within a
   * hierarchy.
   */
  private static List<List<TaskReport>> rounds(List<TaskReport> all, Map<String, HeldTask> held) {
    List<List<TaskReport>> rounds = new ArrayList<>();
    Map<String, Integer> reported = new HashMap<>();
    for (TaskReport report : all) {
      HeldTask task = held.get(report.id());
      int round = task == null ? 0 : reported.merge(task.rootId(), 1, Integer::sum) - 1;
      if (round == rounds.size()) {
        rounds.add(new ArrayList<>());
      }
      rounds.get(round).add(report);
    }
    return rounds;
  }

  private Map<String, HeldTask> again(List<TaskReport> round, Map<String, HeldTask> held) {
    return holds.again(
        round.stream()
            .map(TaskReport::id)
            .collect(Collectors.toMap(Function.identity(), held::get)));
  }

  private Map<String, ReportOutcome> make(
      String workerId, List<TaskReport> round, Map<String, HeldTask> held) {
    Map<String, ReportOutcome> outcomes = new HashMap<>();
    List<Completion> completions = new ArrayList<>();
    for (TaskReport report : round) {
      HeldTask task = held.get(report.id());
      try {
        check(report, task, workerId);
      } catch (ProcessEngineException e) {
        outcomes.put(report.id(), new ReportOutcome(report.id(), e));
        continue;
      }
      outcomes.put(report.id(), new ReportOutcome(report.id(), null));
      if (report instanceof CompletedTask done) {
        completions.add(new Completion(task, done.variables(), done.localVariables()));
      } else if (report instanceof FailedTask failed) {
        reports.failure(task, failed.failure());
      }
    }
    reports.completeAll(completions);
    return outcomes;
  }

  private static void check(TaskReport report, HeldTask task, String workerId) {
    if (report instanceof FailedTask failed) {
      Arguments.check(failed.failure());
    }
    if (task == null) {
      throw HeldTask.notFound(report.id());
    }
    task.checkReportBy(
        workerId, report instanceof FailedTask ? Reports.CANNOT_FAIL : Reports.CANNOT_COMPLETE);
  }
}
