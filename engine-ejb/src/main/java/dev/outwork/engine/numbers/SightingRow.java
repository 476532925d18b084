package dev.outwork.engine.numbers;

import dev.outwork.api.Texts;
import dev.outwork.api.externaltask.FetchAndLock.Sender;
import dev.outwork.engine.database.Insert;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.tally.Sighting;
import dev.outwork.engine.tally.Sighting.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a node has seen of a worker at a topic, as it stands in the database.
 *
 * @param waiting its long polls that wait there
 */
record SightingRow(String node, Place place, Sighting sighting, int waiting) {
  static final Insert<SightingRow> INSERT =
      Insert.<SightingRow>into("worker_sighting")
          .column("node_name", SightingRow::node)
          .column("worker_id", row -> row.place.workerId())
          .column("topic_name", row -> row.place.topicName())
          .column("address", row -> Texts.cut(row.sighting.sender().address(), 64))
          .column("user_agent", row -> Texts.cut(row.sighting.sender().userAgent(), 255))
          .column("polled_at", row -> row.sighting.polledAt())
          .column("reported_at", row -> row.sighting.reportedAt())
          .column("noted_at", row -> row.sighting.notedAt())
          .column("waiting", SightingRow::waiting)
          .column("completed", row -> row.sighting.completed())
          .column("failed", row -> row.sighting.failed())
          .column("lost_locks", row -> row.sighting.lostLocks());

  // A node that was killed cannot take back that somebody waits there.
  private static final Duration WAITING_IS_KNOWN_FOR = Duration.ofSeconds(60);

  static SightingRow read(Row row) {
    return new SightingRow(
        row.text("node_name"),
        new Place(row.text("worker_id"), row.text("topic_name")),
        new Sighting(
            new Sender(row.text("address"), row.text("user_agent")),
            row.instant("polled_at"),
            row.instant("reported_at"),
            row.instant("noted_at"),
            row.number("completed"),
            row.number("failed"),
            row.number("lost_locks")),
        row.integer("waiting"));
  }

  String workerId() {
    return place.workerId();
  }

  String topicName() {
    return place.topicName();
  }

  int waitingAt(Instant now) {
    return sighting.notedAt().isAfter(now.minus(WAITING_IS_KNOWN_FOR)) ? waiting : 0;
  }

  /** When the worker itself last did something; empty if only others noted something of it. */
  Optional<Instant> lastSeen() {
    return Stream.of(
            Optional.ofNullable(sighting.polledAt()), Optional.ofNullable(sighting.reportedAt()))
        .flatMap(Optional::stream)
        .max(Instant::compareTo);
  }

  boolean hasPolledSince(Instant since) {
    return sighting.polledAt() != null && sighting.polledAt().isAfter(since);
  }

  /** Whether other nodes must know that this has changed from what they know. */
  boolean isNewsAfter(SightingRow told, Duration seenAgain) {
    return told == null
        || waiting != told.waiting
        || !sighting.countsAndSender().equals(told.sighting.countsAndSender())
        || !sighting.notedAt().isBefore(told.sighting.notedAt().plus(seenAgain));
  }
}
