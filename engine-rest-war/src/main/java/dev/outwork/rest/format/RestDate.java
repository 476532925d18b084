package dev.outwork.rest.format;

import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Optional;

/** Dates as {@code 2015-10-06T16:34:42.000+0200}, both ways (docs/rest-api.md, "Dates"). */
public final class RestDate {
  /** The example of a date in messages. */
  public static final String EXAMPLE = "2015-10-06T16:34:42.000+0200";

  private static final String PATTERN = "yyyy-MM-dd'T'HH:mm:ss.SSSZ";

  private static final DateTimeFormatter WRITER =
      new DateTimeFormatterBuilder()
          .appendValue(ChronoField.YEAR, 4, 10, SignStyle.NORMAL)
          .appendPattern("-MM-dd'T'HH:mm:ss.SSSxx")
          .toFormatter(Locale.ROOT);

  private static final int SECONDS_IN_MINUTE = 60;

  private RestDate() {}

  /** In the time zone of this JVM. */
  public static String format(Instant instant) {
    ZoneOffset offset = ZoneId.systemDefault().getRules().getOffset(instant);
    // Historical offsets have seconds, which the pattern cannot represent.
    int minutes = offset.getTotalSeconds() / SECONDS_IN_MINUTE;
    return WRITER.format(instant.atOffset(ZoneOffset.ofTotalSeconds(minutes * SECONDS_IN_MINUTE)));
  }

  /** Empty if the text does not start with a date in the pattern. */
  public static Optional<Instant> parse(String text) {
    // The old class on purpose: existing clients rely on its leniency (zone names, overflowing
    // fields, text after the date).
    SimpleDateFormat reader = new SimpleDateFormat(PATTERN, Locale.ROOT);
    reader.setCalendar(oneCalendar());
    return Optional.ofNullable(reader.parse(text, new ParsePosition(0)))
        .map(date -> Instant.ofEpochMilli(date.getTime()));
  }

  // Otherwise dates before October 1582 would be read in the Julian calendar and written in the
  // Gregorian one.
  private static GregorianCalendar oneCalendar() {
    GregorianCalendar calendar = new GregorianCalendar(Locale.ROOT);
    calendar.setGregorianChange(new Date(Long.MIN_VALUE));
    return calendar;
  }
}
