package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.ExpressionException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;

/** Parses ISO 8601 points in time, with a default for the time zone. */
final class PointInTime {
  static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHmm", "Z")
          .optionalEnd()
          .optionalEnd()
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  private PointInTime() {}

  static Instant parse(String text, ZoneId zone) {
    try {
      TemporalAccessor parsed =
          FORMAT.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      return bounded(instant(parsed, zone), text);
    } catch (DateTimeException e) {
      throw new ExpressionException(
          "'%s' is not an ISO 8601 date such as 2026-11-24T12:00:00Z".formatted(text), e);
    }
  }

  private static Instant instant(TemporalAccessor parsed, ZoneId zone) {
    if (parsed instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    return parsed instanceof LocalDateTime time
        ? time.atZone(zone).toInstant()
        : ((LocalDate) parsed).atStartOfDay(zone).toInstant();
  }

  /** The time, if databases and the REST API can represent it. */
  static Instant bounded(Instant time, String text) {
    if (time.isBefore(FIRST) || time.isAfter(LAST)) {
      throw new ExpressionException(
          "Cannot set a timer to '%s': its time must be within the years 1 to 9999"
              .formatted(text));
    }
    return time;
  }
}
