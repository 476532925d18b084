package dev.outwork.rest.metrics;

import dev.outwork.api.numbers.DurationHistogram;
import dev.outwork.api.numbers.TopicCounts;
import dev.outwork.api.numbers.TopicNumbers;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The numbers of a node in the text format of Prometheus (docs/operations.md, "Metrics"). */
final class Exposition {
  private static final String TOPIC = "topic";
  private static final String KIND = "kind";
  private static final String STATE = "state";

  private final TopicLabels topics;
  private final MetricSnapshots.Builder metrics = MetricSnapshots.builder();

  Exposition(TopicLabels topics) {
    this.topics = topics;
  }

  static String mediaType() {
    return PrometheusTextFormatWriter.CONTENT_TYPE;
  }

  /** What has happened on this node. */
  Exposition counts(List<TopicCounts> counts) {
    topics.assign(counts.stream().map(TopicCounts::topicName).toList());
    counter("outwork_tasks_created", "External tasks created.", counts, none(TopicCounts::created));
    counter("outwork_tasks_fetched", "External tasks fetched.", counts, none(TopicCounts::fetched));
    counter(
        "outwork_tasks_completed",
        "External tasks completed.",
        counts,
        none(TopicCounts::completed));
    counter(
        "outwork_tasks_failed",
        "Failures and BPMN errors reported.",
        counts,
        Map.of(
            Labels.of(KIND, "retry"), TopicCounts::failed,
            Labels.of(KIND, "exhausted"), TopicCounts::exhausted,
            Labels.of(KIND, "bpmn_error"), TopicCounts::bpmnErrors));
    counter(
        "outwork_locks_expired",
        "Locks that expired before their worker reported.",
        counts,
        none(TopicCounts::locksExpired));
    waits(counts);
    inHand(counts);
    return this;
  }

  /** What waits and who works, on all nodes. */
  Exposition topics(List<TopicNumbers> all, int workers) {
    topics.assign(all.stream().map(TopicNumbers::topicName).toList());
    gauge(
        "outwork_tasks",
        "Open external tasks.",
        all,
        Map.of(
            Labels.of(STATE, "waiting"), TopicNumbers::waiting,
            Labels.of(STATE, "locked"), TopicNumbers::locked,
            Labels.of(STATE, "exhausted"), TopicNumbers::exhausted,
            Labels.of(STATE, "suspended"), TopicNumbers::suspended),
        Double::sum);
    gauge(
        "outwork_oldest_waiting_timestamp_seconds",
        "When the oldest task that can be fetched was created.",
        all.stream().filter(topic -> topic.oldestWaiting() != null).toList(),
        none(topic -> topic.oldestWaiting().toEpochMilli() / 1000.0),
        Math::min);
    gauge(
        "outwork_waiting_requests",
        "Long polls that wait.",
        all,
        none(TopicNumbers::waitingRequests),
        Double::sum);
    gauge(
        "outwork_topic_workers",
        "Workers that have asked for the topic in the last five minutes.",
        all,
        none(TopicNumbers::workers),
        Math::max);
    gauge(
        "outwork_topic_unpolled",
        "1 if tasks wait and nobody has asked for them for too long.",
        all,
        none(topic -> topic.nobodyPollsSince() == null ? 0 : 1),
        Math::max);
    gauge("outwork_workers", "Workers seen in the last hour.", workers);
    return this;
  }

  /** What this node has refused because of who asked. */
  Exposition refused(Map<String, Long> byReason) {
    CounterSnapshot.Builder counter =
        CounterSnapshot.builder()
            .name("outwork_requests_refused")
            .help("Requests refused because of who sent them.");
    byReason.forEach(
        (reason, number) ->
            counter.dataPoint(
                CounterDataPointSnapshot.builder()
                    .labels(Labels.of("reason", reason))
                    .value(number)
                    .build()));
    metrics.metricSnapshot(counter.build());
    return this;
  }

  /** Whether the database answers. */
  Exposition database(boolean isUp) {
    gauge("outwork_database_up", "1 if the database answers this node.", isUp ? 1 : 0);
    return this;
  }

  byte[] text() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(text, metrics.build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toByteArray();
  }

  private static <T> Map<Labels, ToDoubleFunction<T>> none(ToDoubleFunction<T> value) {
    return Map.of(Labels.EMPTY, value);
  }

  private void counter(
      String name,
      String help,
      List<TopicCounts> counts,
      Map<Labels, ToDoubleFunction<TopicCounts>> values) {
    CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(help);
    byLabels(counts, TopicCounts::topicName, values, Double::sum)
        .forEach(
            (labels, value) ->
                counter.dataPoint(
                    CounterDataPointSnapshot.builder().labels(labels).value(value).build()));
    metrics.metricSnapshot(counter.build());
  }

  private void waits(List<TopicCounts> counts) {
    Map<Labels, Double> waited =
        byLabels(
            counts,
            TopicCounts::topicName,
            none(count -> count.waited().toMillis() / 1000.0),
            Double::sum);
    Map<Labels, Double> fetches =
        byLabels(counts, TopicCounts::topicName, none(TopicCounts::firstFetches), Double::sum);
    SummarySnapshot.Builder summary =
        SummarySnapshot.builder()
            .name("outwork_task_wait_seconds")
            .unit(Unit.SECONDS)
            .help("Time from the creation of a task to its fetch, of tasks that had not failed.");
    waited.forEach(
        (labels, sum) ->
            summary.dataPoint(
                SummaryDataPointSnapshot.builder()
                    .labels(labels)
                    .sum(sum)
                    .count(fetches.get(labels).longValue())
                    .build()));
    metrics.metricSnapshot(summary.build());
  }

  private void inHand(List<TopicCounts> counts) {
    Map<Labels, DurationHistogram> inHand = new TreeMap<>();
    counts.forEach(
        count ->
            inHand.merge(
                Labels.of(TOPIC, topics.of(count.topicName())),
                count.inHand(),
                DurationHistogram::plus));
    HistogramSnapshot.Builder histogram =
        HistogramSnapshot.builder()
            .name("outwork_task_in_hand_seconds")
            .unit(Unit.SECONDS)
            .help("Time from the fetch of a task to its completion.");
    inHand.forEach(
        (labels, durations) ->
            histogram.dataPoint(
                HistogramDataPointSnapshot.builder()
                    .labels(labels)
                    .classicHistogramBuckets(buckets(durations))
                    .sum(durations.sum().toMillis() / 1000.0)
                    .build()));
    metrics.metricSnapshot(histogram.build());
  }

  private static ClassicHistogramBuckets buckets(DurationHistogram durations) {
    ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
    for (int i = 0; i < durations.counts().size(); i++) {
      double bound =
          i < durations.bounds().size()
              ? durations.bounds().get(i).toMillis() / 1000.0
              : Double.POSITIVE_INFINITY;
      buckets.bucket(bound, durations.counts().get(i));
    }
    return buckets.build();
  }

  private void gauge(
      String name,
      String help,
      List<TopicNumbers> all,
      Map<Labels, ToDoubleFunction<TopicNumbers>> values,
      BinaryOperator<Double> together) {
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
    byLabels(all, TopicNumbers::topicName, values, together)
        .forEach(
            (labels, value) ->
                gauge.dataPoint(
                    GaugeDataPointSnapshot.builder().labels(labels).value(value).build()));
    metrics.metricSnapshot(gauge.build());
  }

  private void gauge(String name, String help, double value) {
    metrics.metricSnapshot(
        GaugeSnapshot.builder()
            .name(name)
            .help(help)
            .dataPoint(GaugeDataPointSnapshot.builder().value(value).build())
            .build());
  }

  private <T> Map<Labels, Double> byLabels(
      List<T> all,
      Function<T, String> topic,
      Map<Labels, ToDoubleFunction<T>> values,
      BinaryOperator<Double> together) {
    Map<Labels, Double> found = new TreeMap<>();
    for (T one : all) {
      Labels label = Labels.of(TOPIC, topics.of(topic.apply(one)));
      values.forEach(
          (more, value) -> found.merge(label.merge(more), value.applyAsDouble(one), together));
    }
    return found;
  }
}
