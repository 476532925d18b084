package dev.outwork.engine.expression;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Map;

/**
 * The result of {@code dateTime()}: a time with its calendar, in the time zone of the engine. It
 * cannot be stored, but its date can.
 */
record DateTime(ZonedDateTime time) implements CallReceiver, Names, Comparable<DateTime> {
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");

  /** Also available as properties: {@code dateTime().year}. */
  static final Map<String, ChronoField> FIELDS =
      Map.ofEntries(
          Map.entry("year", ChronoField.YEAR),
          Map.entry("monthOfYear", ChronoField.MONTH_OF_YEAR),
          Map.entry("dayOfYear", ChronoField.DAY_OF_YEAR),
          Map.entry("dayOfMonth", ChronoField.DAY_OF_MONTH),
          Map.entry("dayOfWeek", ChronoField.DAY_OF_WEEK),
          Map.entry("hourOfDay", ChronoField.HOUR_OF_DAY),
          Map.entry("minuteOfDay", ChronoField.MINUTE_OF_DAY),
          Map.entry("minuteOfHour", ChronoField.MINUTE_OF_HOUR),
          Map.entry("secondOfDay", ChronoField.SECOND_OF_DAY),
          Map.entry("secondOfMinute", ChronoField.SECOND_OF_MINUTE),
          Map.entry("millisOfDay", ChronoField.MILLI_OF_DAY),
          Map.entry("millisOfSecond", ChronoField.MILLI_OF_SECOND));

  private static final String MILLIS = "millis";

  @Override
  public Kind kind() {
    return Kind.DATE_TIME;
  }

  Instant date() {
    return time.toInstant();
  }

  @Override
  public boolean knows(String name) {
    return FIELDS.containsKey(name) || MILLIS.equals(name);
  }

  @Override
  public Object value(String name) {
    return MILLIS.equals(name) ? (Object) date().toEpochMilli() : time.get(FIELDS.get(name));
  }

  @Override
  public int compareTo(DateTime other) {
    return date().compareTo(other.date());
  }

  /** The format of Joda-Time in Camunda 7. */
  @Override
  public String toString() {
    return ISO.format(time);
  }
}
