package dev.outwork.rest.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.numbers.DurationHistogram;
import dev.outwork.api.numbers.TopicCounts;
import dev.outwork.api.numbers.TopicNumbers;
import dev.outwork.rest.settings.RestSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hawkular.agent.prometheus.text.TextPrometheusMetricsProcessor;
import org.hawkular.agent.prometheus.types.Counter;
import org.hawkular.agent.prometheus.types.Gauge;
import org.hawkular.agent.prometheus.types.Histogram;
import org.hawkular.agent.prometheus.types.Metric;
import org.hawkular.agent.prometheus.types.MetricFamily;
import org.hawkular.agent.prometheus.types.Summary;
import org.hawkular.agent.prometheus.walkers.CollectorPrometheusMetricsWalker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The metrics of docs/operations.md, "Metrics". */
class ExpositionTest {
  private static final Instant OLDEST = Instant.parse("2026-03-01T09:00:00.500Z");
  private static final Pattern NAME = Pattern.compile("\\boutwork_[a-z_]+");
  private static final Pattern LABEL = Pattern.compile("\\w+");
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| `(outwork_[a-z_]+)` \\| (\\w+) \\| ((?:`\\w+`(?:, )?)*) \\|", Pattern.MULTILINE);

  @AfterEach
  void forget() {
    System.clearProperty(RestSettings.METRICS_MAX_TOPICS);
  }

  @Test
  void the_text_has_the_numbers() {
    Map<String, Double> values = values(exposition("mail", "print"));

    assertThat(values)
        .containsEntry("outwork_tasks_created_total{topic=mail}", 9.0)
        .containsEntry("outwork_tasks_fetched_total{topic=mail}", 8.0)
        .containsEntry("outwork_tasks_completed_total{topic=mail}", 7.0)
        .containsEntry("outwork_tasks_failed_total{kind=retry, topic=mail}", 6.0)
        .containsEntry("outwork_tasks_failed_total{kind=exhausted, topic=mail}", 5.0)
        .containsEntry("outwork_tasks_failed_total{kind=bpmn_error, topic=mail}", 4.0)
        .containsEntry("outwork_locks_expired_total{topic=mail}", 3.0)
        .containsEntry("outwork_task_wait_seconds{topic=mail} count", 2.0)
        .containsEntry("outwork_task_wait_seconds{topic=mail} sum", 1.5)
        .containsEntry("outwork_requests_refused_total{reason=no_login}", 3.0)
        .containsEntry("outwork_task_in_hand_seconds{topic=mail} count", 6.0)
        .containsEntry("outwork_task_in_hand_seconds{topic=mail} sum", 90.5)
        .containsEntry("outwork_task_in_hand_seconds{topic=mail} 0.5", 3.0)
        .containsEntry("outwork_task_in_hand_seconds{topic=mail} 60.0", 5.0)
        .containsEntry("outwork_task_in_hand_seconds{topic=mail} Infinity", 6.0)
        .containsEntry("outwork_tasks{state=waiting, topic=print}", 14.0)
        .containsEntry("outwork_tasks{state=locked, topic=print}", 13.0)
        .containsEntry("outwork_tasks{state=exhausted, topic=print}", 12.0)
        .containsEntry("outwork_tasks{state=suspended, topic=print}", 11.0)
        .containsEntry(
            "outwork_oldest_waiting_timestamp_seconds{topic=print}", OLDEST.toEpochMilli() / 1000.0)
        .containsEntry("outwork_waiting_requests{topic=print}", 10.0)
        .containsEntry("outwork_topic_workers{topic=print}", 9.0)
        .containsEntry("outwork_topic_unpolled{topic=print}", 1.0)
        .containsEntry("outwork_workers{}", 17.0)
        .containsEntry("outwork_database_up{}", 1.0);
  }

  @Test
  void topics_beyond_the_limit_are_one() {
    System.setProperty(RestSettings.METRICS_MAX_TOPICS, "1");

    Map<String, Double> values = values(exposition("mail", "print", "scan"));

    assertThat(values)
        .containsEntry("outwork_tasks_created_total{topic=mail}", 9.0)
        .containsEntry("outwork_tasks_created_total{topic=(others)}", 18.0)
        .containsEntry("outwork_task_in_hand_seconds{topic=(others)} 60.0", 10.0)
        .containsEntry("outwork_task_in_hand_seconds{topic=(others)} sum", 181.0)
        .containsEntry("outwork_tasks{state=waiting, topic=(others)}", 28.0)
        .containsEntry("outwork_topic_unpolled{topic=(others)}", 1.0);
    assertThat(values.keySet()).noneMatch(name -> name.contains("topic=print"));
  }

  @Test
  void a_topic_keeps_its_label() {
    System.setProperty(RestSettings.METRICS_MAX_TOPICS, "1");
    TopicLabels labels = new TopicLabels();
    labels.assign(List.of("print"));

    labels.assign(List.of("mail"));

    assertThat(labels.of("print")).isEqualTo("print");
    assertThat(labels.of("mail")).isEqualTo(TopicLabels.OTHERS);
  }

  @Test
  void the_name_of_a_topic_cannot_break_the_text() {
    String odd = "a\"b\\c\nd} 1";

    assertThat(values(exposition(odd)))
        .containsKey("outwork_tasks_created_total{topic=" + odd + "}");
  }

  @Test
  void without_the_database_there_is_what_the_node_has_counted() {
    byte[] text =
        new Exposition(new TopicLabels()).counts(List.of(counts("mail"))).database(false).text();

    assertThat(values(text))
        .containsEntry("outwork_database_up{}", 0.0)
        .containsEntry("outwork_tasks_created_total{topic=mail}", 9.0);
  }

  @Test
  void operations_md_lists_all_metrics_with_their_types_and_labels() throws IOException {
    Map<String, String> listed = new TreeMap<>();
    ROW.matcher(Files.readString(Path.of("../docs/operations.md")))
        .results()
        .forEach(
            row ->
                listed.put(
                    row.group(1),
                    row.group(2)
                        + " "
                        + new TreeSet<>(
                            LABEL
                                .matcher(row.group(3))
                                .results()
                                .map(label -> label.group())
                                .toList())));

    Map<String, String> served = new TreeMap<>();
    for (MetricFamily family : families(exposition("mail"))) {
      Set<String> labels = new TreeSet<>();
      family.getMetrics().forEach(metric -> labels.addAll(metric.getLabels().keySet()));
      served.put(family.getName(), family.getType().name().toLowerCase(Locale.ROOT) + " " + labels);
    }
    assertThat(listed).isEqualTo(served);
  }

  @ParameterizedTest
  @ValueSource(strings = {"alerts.yaml", "dashboard.json"})
  void the_files_for_monitoring_use_metrics_that_exist(String file) throws IOException {
    String text = Files.readString(Path.of("../server-config/monitoring", file));
    Set<String> used =
        NAME.matcher(text)
            .results()
            .map(name -> name.group())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> served = new TreeSet<>();
    for (MetricFamily family : families(exposition("mail"))) {
      served.add(family.getName());
      if (family.getMetrics().stream().anyMatch(Summary.class::isInstance)) {
        served.addAll(List.of(family.getName() + "_sum", family.getName() + "_count"));
      }
      if (family.getMetrics().stream().anyMatch(Histogram.class::isInstance)) {
        served.add(family.getName() + "_bucket");
      }
    }

    assertThat(used).isNotEmpty().isSubsetOf(served);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3,*/*;q=0.1 | true",
        "text/plain | true",
        "application/json, text/plain, */* | false",
        "*/* | false",
        "text/html,application/xhtml+xml | false",
        "| false"
      })
  void who_scrapes_is_known_by_what_it_accepts(String accept, boolean isScraping) {
    assertThat(ScrapedMetrics.isScraping(accept)).isEqualTo(isScraping);
  }

  private static byte[] exposition(String... topics) {
    return new Exposition(new TopicLabels())
        .counts(List.of(topics).stream().map(ExpositionTest::counts).toList())
        .refused(Map.of("no_login", 3L, "wrong_password", 2L))
        .topics(List.of(topics).stream().map(ExpositionTest::numbers).toList(), 17)
        .database(true)
        .text();
  }

  private static TopicCounts counts(String topic) {
    DurationHistogram inHand =
        new DurationHistogram(
            List.of(Duration.ofMillis(500), Duration.ofMinutes(1)),
            List.of(3L, 2L, 1L),
            Duration.ofMillis(90_500));
    return new TopicCounts(topic, 9, 8, 7, 6, 5, 4, 3, 2, Duration.ofMillis(1_500), inHand);
  }

  private static TopicNumbers numbers(String topic) {
    return new TopicNumbers(topic, 14, 13, 12, 11, OLDEST, 10, 9, 8, 7, 6, 5, OLDEST);
  }

  private static List<MetricFamily> families(byte[] text) {
    CollectorPrometheusMetricsWalker walker = new CollectorPrometheusMetricsWalker();
    new TextPrometheusMetricsProcessor(new ByteArrayInputStream(text), walker).walk();
    assertThat(walker.isFinished()).as(new String(text, UTF_8)).isTrue();
    return walker.getAllMetricFamilies();
  }

  private static Map<String, Double> values(byte[] text) {
    Map<String, Double> values = new TreeMap<>();
    for (MetricFamily family : families(text)) {
      for (Metric metric : family.getMetrics()) {
        String name = family.getName() + new TreeMap<>(metric.getLabels());
        if (metric instanceof Counter counter) {
          values.put(name, counter.getValue());
        } else if (metric instanceof Gauge gauge) {
          values.put(name, gauge.getValue());
        } else if (metric instanceof Summary summary) {
          values.put(name + " count", (double) summary.getSampleCount());
          values.put(name + " sum", summary.getSampleSum());
        } else if (metric instanceof Histogram histogram) {
          values.put(name + " count", (double) histogram.getSampleCount());
          values.put(name + " sum", histogram.getSampleSum());
          histogram
              .getBuckets()
              .forEach(
                  bucket ->
                      values.put(
                          name + " " + bucket.getUpperBound(),
                          (double) bucket.getCumulativeCount()));
        }
      }
    }
    return values;
  }
}
