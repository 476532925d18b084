package dev.outwork.engine.externaltask;

import dev.outwork.api.externaltask.ReportOutcome;
import dev.outwork.engine.database.Transactions;
import dev.outwork.engine.together.Combiner;
import dev.outwork.engine.together.OwnOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Makes the reports of callers without a transaction: those that come together share one. What
 * would make others wait or fail is made alone: a report on a call hierarchy that somebody else has
 * locked, and each of those whose transaction was rolled back.
 */
@ApplicationScoped
class SingleReports {
  private final Combiner<Report, Void> combiner = Combiner.of(this::alone, this::together);

  @Inject private ReportTransaction transaction;
  @Inject private Transactions transactions;

  /** Makes a report, or throws. */
  void make(Report report) {
    report.trace().during(() -> transactions.isActive() ? alone(report) : combiner.call(report));
  }

  private Void alone(Report report) {
    transaction.make(report);
    return null;
  }

  private List<Supplier<Void>> together(List<Report> reports) {
    // A second report on a task has to see what the first has made of it.
    Map<String, Report> first = new LinkedHashMap<>();
    reports.forEach(report -> first.putIfAbsent(report.id(), report));
    Map<String, ReportOutcome> outcomes = transaction.makeThoseFree(List.copyOf(first.values()));
    return reports.stream()
        .map(
            report ->
                report == first.get(report.id()) && outcomes.containsKey(report.id())
                    ? new OwnOutcome<Void>(null, outcomes.get(report.id()).failure())
                    : (Supplier<Void>) () -> alone(report))
        .toList();
  }
}
