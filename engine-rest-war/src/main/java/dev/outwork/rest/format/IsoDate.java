package dev.outwork.rest.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the dates of two requests that accept more formats than others (docs/rest-api.md, "Dates").
 */
public final class IsoDate {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("HH[:mm[:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendPattern("]]")
          .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
          .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
          .toFormatter(Locale.ROOT);

  private static final DateTimeFormatter READER =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(TIME)
          .appendPattern("[XXX][XX][X]")
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  // ISO 8601 has four-digit years, and no database stores all others.
  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private IsoDate() {}

  /**
   * Parses an ISO 8601 date, by default in the time zone of this JVM and at the start of omitted
   * parts, or a date in the format of {@link RestDate}; empty if it is neither.
   */
  public static Optional<Instant> parse(String text) {
    return read(text).filter(date -> date.isAfter(EARLIEST) && date.isBefore(LATEST));
  }

  private static Optional<Instant> read(String text) {
    try {
      return Optional.of(instant(READER.parse(text)));
    } catch (DateTimeException otherwise) {
      return RestDate.parse(text);
    }
  }

  private static Instant instant(TemporalAccessor read) {
    LocalTime time = read.query(TemporalQueries.localTime());
    ZoneOffset offset = read.query(TemporalQueries.offset());
    ZoneId zone = offset == null ? ZoneId.systemDefault() : offset;
    return LocalDate.from(read)
        .atTime(time == null ? LocalTime.MIDNIGHT : time)
        .atZone(zone)
        .toInstant();
  }
}
