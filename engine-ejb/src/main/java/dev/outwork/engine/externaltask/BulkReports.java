package dev.outwork.engine.externaltask;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.externaltask.ReportOutcome;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes many reports in as few transactions as possible. A failing report rolls back all reports of
 * its transaction, so these are repeated in halves, down to the one that fails by itself.
 */
@Collaborator
@Dependent
class BulkReports {
  private final ReportTransaction transaction;

  @Inject
  BulkReports(ReportTransaction transaction) {
    this.transaction = transaction;
  }

  /** An outcome for each report, in their order; all accepted reports are committed. */
  List<ReportOutcome> make(List<Report> reports) {
    Map<String, Report> first = new LinkedHashMap<>();
    reports.forEach(report -> first.putIfAbsent(report.id(), report));
    Map<String, ReportOutcome> outcomes = made(List.copyOf(first.values()));
    List<ReportOutcome> all =
        reports.stream()
            .map(
                report ->
                    report == first.get(report.id()) ? outcomes.get(report.id()) : again(report))
            .toList();
    for (int i = 0; i < all.size(); i++) {
      reports.get(i).trace().end(all.get(i).failure());
    }
    return all;
  }

  private Map<String, ReportOutcome> made(List<Report> reports) {
    try {
      return transaction.make(reports);
    } catch (RuntimeException e) {
      if (reports.size() == 1) {
        String id = reports.get(0).id();
        return Map.of(id, new ReportOutcome(id, e));
      }
      Map<String, ReportOutcome> outcomes = new HashMap<>();
      halves(reports).forEach(half -> outcomes.putAll(made(half)));
      return outcomes;
    }
  }

  private static List<List<Report>> halves(List<Report> reports) {
    int middle = reports.size() / 2;
    return List.of(reports.subList(0, middle), reports.subList(middle, reports.size()));
  }

  private static ReportOutcome again(Report report) {
    return new ReportOutcome(
        report.id(),
        new BadUserRequestException(
            "External Task %s is reported twice in one request: the second report is ignored"
                .formatted(report.id())));
  }
}
