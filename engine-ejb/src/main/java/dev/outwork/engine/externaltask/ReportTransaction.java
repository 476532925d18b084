package dev.outwork.engine.externaltask;

import dev.outwork.api.DatabaseUnavailableException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.externaltask.CompletedTask;
import dev.outwork.api.externaltask.FailedTask;
import dev.outwork.api.externaltask.ReportOutcome;
import dev.outwork.engine.database.TellsOutages;
import dev.outwork.engine.externaltask.Reports.Completion;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The transaction of reports, each on a different task. */
@Stateless
@TellsOutages
public class ReportTransaction {
  @Inject private TaskHoldStore holds;
  @Inject private Reports reports;
  @Resource private EJBContext context;

  /** Makes one report, or throws. */
  public void make(Report report) {
    HeldTask held = holds.holdForJourney(report.id()).orElse(null);
    report.check(held);
    if (report.of() instanceof CompletedTask done) {
      reports.complete(completion(held, done, report));
    } else if (report.of() instanceof FailedTask failed) {
      fail(held, failed, report);
    }
  }

  /**
   * Makes all reports that are valid, and returns the outcome of each by task id. Throws an
   * exception only if everything has to be rolled back.
   */
  public Map<String, ReportOutcome> make(List<Report> all) {
    return make(all, holds.hold(ids(all)));
  }

  /**
   * The same for those reports whose tasks exist and whose rows nobody else has locked; the others
   * have no outcome. None has if everything was rolled back; but without a database, and if the
   * commit fails, it throws an exception: then nobody knows.
   */
  public Map<String, ReportOutcome> makeThoseFree(List<Report> all) {
    try {
      Map<String, HeldTask> held = holds.holdFreeForJourneys(ids(all));
      return make(all.stream().filter(report -> held.containsKey(report.id())).toList(), held);
    } catch (RuntimeException e) {
      if (DatabaseUnavailableException.reasonIn(e).isPresent()) {
        throw e;
      }
      context.setRollbackOnly();
      return Map.of();
    }
  }

  private Map<String, ReportOutcome> make(List<Report> all, Map<String, HeldTask> held) {
    Map<String, ReportOutcome> outcomes = new HashMap<>();
    List<List<Report>> rounds = rounds(all, held);
    for (List<Report> round : rounds) {
      // Earlier reports on the same call hierarchy may have changed its other tasks.
      outcomes.putAll(makeRound(round, round == rounds.get(0) ? held : again(round, held)));
    }
    return outcomes;
  }

  /**
   * Each round has at most one report on each call hierarchy, and keeps the order within a
   * hierarchy.
   */
  private static List<List<Report>> rounds(List<Report> all, Map<String, HeldTask> held) {
    List<List<Report>> rounds = new ArrayList<>();
    Map<String, Integer> reported = new HashMap<>();
    for (Report report : all) {
      HeldTask task = held.get(report.id());
      int round = task == null ? 0 : reported.merge(task.rootId(), 1, Integer::sum) - 1;
      if (round == rounds.size()) {
        rounds.add(new ArrayList<>());
      }
      rounds.get(round).add(report);
    }
    return rounds;
  }

  private Map<String, HeldTask> again(List<Report> round, Map<String, HeldTask> held) {
    return holds.again(
        ids(round).stream().collect(Collectors.toMap(Function.identity(), held::get)));
  }

  private Map<String, ReportOutcome> makeRound(List<Report> round, Map<String, HeldTask> held) {
    Map<String, ReportOutcome> outcomes = new HashMap<>();
    List<Completion> completions = new ArrayList<>();
    for (Report report : round) {
      HeldTask task = held.get(report.id());
      outcomes.put(report.id(), new ReportOutcome(report.id(), null));
      try {
        report.check(task);
      } catch (ProcessEngineException e) {
        outcomes.put(report.id(), new ReportOutcome(report.id(), e));
        continue;
      }
      if (report.of() instanceof CompletedTask done) {
        completions.add(completion(task, done, report));
      } else if (report.of() instanceof FailedTask failed) {
        fail(task, failed, report);
      }
    }
    reports
        .completeAll(completions)
        .forEach((id, failure) -> outcomes.put(id, new ReportOutcome(id, failure)));
    return outcomes;
  }

  private void fail(HeldTask held, FailedTask failed, Report report) {
    report
        .user()
        .during(
            () -> {
              reports.failure(held, failed.failure(), report.trace());
              return null;
            });
  }

  private static Completion completion(HeldTask held, CompletedTask done, Report report) {
    return new Completion(held, done.variables(), done.localVariables(), report);
  }

  private static List<String> ids(List<Report> reports) {
    return reports.stream().map(Report::id).toList();
  }
}
