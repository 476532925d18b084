package dev.outwork.engine.metrics;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.Page;
import dev.outwork.api.metrics.MetricInterval;
import dev.outwork.api.metrics.MetricsQuery;
import dev.outwork.api.metrics.MetricsService;
import dev.outwork.engine.database.TellsOutages;
import dev.outwork.engine.right.Grants;
import dev.outwork.engine.right.MetricRights;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The boundary of metrics. */
@Stateless
@TellsOutages
@Local(MetricsService.class)
public class Metrics implements MetricsService {
  private static final Set<String> TASK_USERS = Set.of("task-users", "unique-task-workers");

  // Every database supports these instants.
  private static final Instant BEGIN = Instant.EPOCH;
  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  @Inject private Grants grants;
  @Inject private MetricStore store;

  @Override
  public long sum(String name, Instant from, Instant until) {
    MetricRights.check(grants.ofCaller());
    if (TASK_USERS.contains(name)) {
      return store.taskUsers(known(from, BEGIN), known(until, END));
    }
    return Metric.named(name)
        .map(metric -> store.sum(metric, known(from, BEGIN), known(until, END)))
        .orElse(0L);
  }

  @Override
  public List<MetricInterval> intervals(MetricsQuery query) {
    MetricRights.check(grants.ofCaller());
    check(query);
    Page page = query.page();
    Stream<MetricInterval> all =
        query.name() == null
            ? Arrays.stream(Metric.values())
                .flatMap(metric -> intervals(metric, metric.firstName(), query))
            : Metric.named(query.name()).stream()
                .flatMap(metric -> intervals(metric, query.name(), query));
    return all.sorted(
            Comparator.comparing(MetricInterval::timestamp)
                .thenComparing(MetricInterval::name)
                .reversed())
        .skip(page.firstResult())
        .limit(most(page))
        .toList();
  }

  private Stream<MetricInterval> intervals(Metric metric, String name, MetricsQuery query) {
    long seconds = query.interval().toSeconds();
    Page page = query.page();
    return store
        .intervals(
            metric,
            known(query.from(), BEGIN),
            known(query.until(), END),
            seconds,
            (long) page.firstResult() + most(page))
        .stream()
        .map(
            slot ->
                new MetricInterval(
                    Instant.ofEpochSecond(slot.slot() * seconds), name, slot.happened()));
  }

  private static void check(MetricsQuery query) {
    if (query.interval().toSeconds() < 1) {
      throw new BadUserRequestException(
          "Cannot count in intervals of %d seconds: it must be at least 1"
              .formatted(query.interval().toSeconds()));
    }
    int most = query.page().maxResults();
    if (most > MOST_INTERVALS && most != Page.ALL.maxResults()) {
      throw new BadUserRequestException(
          "Metrics interval query row limit can't be set larger than %d: it is %d"
              .formatted(MOST_INTERVALS, most));
    }
  }

  private static int most(Page page) {
    return Math.min(page.maxResults(), MOST_INTERVALS);
  }

  private static Instant known(Instant instant, Instant otherwise) {
    if (instant == null) {
      return otherwise;
    }
    if (instant.isBefore(BEGIN)) {
      return BEGIN;
    }
    return instant.isAfter(END) ? END : instant;
  }
}
