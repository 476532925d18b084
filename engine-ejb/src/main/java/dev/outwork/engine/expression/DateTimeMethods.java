package dev.outwork.engine.expression;

import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The methods of {@code dateTime()} and its results, those of Joda-Time in Camunda 7. */
final class DateTimeMethods {
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "Years", ChronoUnit.YEARS,
          "Months", ChronoUnit.MONTHS,
          "Weeks", ChronoUnit.WEEKS,
          "Days", ChronoUnit.DAYS,
          "Hours", ChronoUnit.HOURS,
          "Minutes", ChronoUnit.MINUTES,
          "Seconds", ChronoUnit.SECONDS,
          "Millis", ChronoUnit.MILLIS);

  private static final Set<String> ONLY_READ = Set.of("minuteOfDay", "secondOfDay");

  /** Numbers only: names of months and days depend on the language. */
  private static final Pattern PATTERN =
      Pattern.compile("(?:[ydHhmsS]|M{1,2}(?!M)|'[^']*'|[^\\p{L}'#{}\\[\\]])*");

  private static final Pattern YEAR_OR_QUOTED = Pattern.compile("'[^']*'|y");

  private static final int LONGEST_PATTERN = 100;

  static final List<Method> ALL =
      Stream.of(
              UNITS.keySet().stream().flatMap(DateTimeMethods::shifts),
              DateTime.FIELDS.keySet().stream().map(DateTimeMethods::getter),
              DateTime.FIELDS.keySet().stream()
                  .filter(field -> !ONLY_READ.contains(field))
                  .map(DateTimeMethods::setter),
              Stream.of(
                  method("getMillis", 0, Kind.NUMBER, call -> of(call).value("millis")),
                  method("withDate", 3, Kind.DATE_TIME, DateTimeMethods::withDate),
                  method("withTime", 4, Kind.DATE_TIME, DateTimeMethods::withTime),
                  method("withTimeAtStartOfDay", 0, Kind.DATE_TIME, DateTimeMethods::startOfDay),
                  method("toDate", 0, Kind.DATE, call -> of(call).date()),
                  method("isBefore", 1, Kind.BOOLEAN, call -> compare(call) < 0),
                  method("isAfter", 1, Kind.BOOLEAN, call -> compare(call) > 0),
                  method("isEqual", 1, Kind.BOOLEAN, call -> compare(call) == 0),
                  method("equals", 1, Kind.BOOLEAN, call -> of(call).equals(call.value(0))),
                  method("compareTo", 1, Kind.NUMBER, call -> Integer.signum(compare(call))),
                  method("toString", 0, Kind.TEXT, call -> of(call).toString()),
                  method("toString", 1, Kind.TEXT, DateTimeMethods::format)))
          .flatMap(rows -> rows)
          .toList();

  private DateTimeMethods() {}

  private static Method method(String name, int arity, Kind result, Method.Body body) {
    return new Method(Kind.DATE_TIME, name, arity, result, body);
  }

  private static Stream<Method> shifts(String unit) {
    return Stream.of(
        method(
            "plus" + unit,
            1,
            Kind.DATE_TIME,
            call -> new DateTime(time(call).plus(call.number(0), UNITS.get(unit)))),
        method(
            "minus" + unit,
            1,
            Kind.DATE_TIME,
            call -> new DateTime(time(call).minus(call.number(0), UNITS.get(unit)))));
  }

  private static Method getter(String name) {
    return method(Spelling.method("get", name), 0, Kind.NUMBER, call -> of(call).value(name));
  }

  private static Method setter(String name) {
    return method(
        Spelling.method("with", name),
        1,
        Kind.DATE_TIME,
        call -> new DateTime(time(call).with(DateTime.FIELDS.get(name), call.number(0))));
  }

  private static DateTime of(Call call) {
    return call.receiver(DateTime.class);
  }

  private static ZonedDateTime time(Call call) {
    return of(call).time();
  }

  private static DateTime withDate(Call call) {
    ZonedDateTime first = time(call).withDayOfMonth(1).withYear(call.number(0));
    return new DateTime(first.withMonth(call.number(1)).withDayOfMonth(call.number(2)));
  }

  private static DateTime withTime(Call call) {
    return new DateTime(
        time(call)
            .withHour(call.number(0))
            .withMinute(call.number(1))
            .withSecond(call.number(2))
            .with(ChronoField.MILLI_OF_SECOND, call.number(3)));
  }

  private static DateTime startOfDay(Call call) {
    return new DateTime(time(call).toLocalDate().atStartOfDay(time(call).getZone()));
  }

  private static int compare(Call call) {
    if (call.value(0) instanceof DateTime time) {
      return of(call).compareTo(time);
    }
    throw new ExpressionException("its argument must be a result of dateTime()");
  }

  private static String format(Call call) {
    String pattern = call.text(0);
    if (pattern.length() > LONGEST_PATTERN || !PATTERN.matcher(pattern).matches()) {
      throw new ExpressionException(
          "its argument must be a numeric date pattern such as 'yyyy-MM-dd HH:mm'");
    }
    try {
      return DateTimeFormatter.ofPattern(withYears(pattern)).format(time(call));
    } catch (DateTimeException | IllegalArgumentException none) {
      throw new ExpressionException(
          "its argument must be a numeric date pattern such as 'yyyy-MM-dd HH:mm'", none);
    }
  }

  // In Java's own patterns, y is the year of an era.
  private static String withYears(String pattern) {
    return YEAR_OR_QUOTED
        .matcher(pattern)
        .replaceAll(
            found -> Matcher.quoteReplacement(found.group().equals("y") ? "u" : found.group()));
  }
}
