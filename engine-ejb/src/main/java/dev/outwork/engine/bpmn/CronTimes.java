package dev.outwork.engine.bpmn;

import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import dev.outwork.engine.expression.ExpressionException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The times of a timer with a cron expression, as Camunda 7 reads it: seconds, minutes, hours, day
 * of the month, month, day of the week, and an optional year. 1 is Monday, 7 and 0 are Sunday.
 *
 * <p>A time that daylight saving skips in spring does not occur on that day. A time that occurs
 * twice in autumn counts at the first occurrence; repetitions within the hour count in both.
 */
final class CronTimes {
  // Seven fields are Quartz syntax; Camunda 7 accepts them at deployment and fails when it sets the
  // timer.
  private static final CronParser PARSER = new CronParser(definition());

  // A day that does not occur within four years of months never occurs.
  private static final int MONTHS = 48;

  private final ExecutionTime times;
  private final String text;

  private CronTimes(ExecutionTime times, String text) {
    this.times = times;
    this.text = text;
  }

  private static CronDefinition definition() {
    return CronDefinitionBuilder.defineCron()
        .withSeconds()
        .withValidRange(0, 59)
        .withStrictRange()
        .and()
        .withMinutes()
        .withValidRange(0, 59)
        .withStrictRange()
        .and()
        .withHours()
        .withValidRange(0, 23)
        .withStrictRange()
        .and()
        .withDayOfMonth()
        .withValidRange(1, 31)
        .supportsL()
        .supportsW()
        .supportsLW()
        .supportsQuestionMark()
        .and()
        .withMonth()
        .withValidRange(1, 12)
        .and()
        .withDayOfWeek()
        .withValidRange(0, 7)
        .withMondayDoWValue(1)
        .withIntMapping(7, 0)
        .supportsHash()
        .supportsL()
        .supportsQuestionMark()
        .and()
        .withYear()
        .withValidRange(1970, 2099)
        .optional()
        .and()
        .withSupportedNicknameYearly()
        .withSupportedNicknameAnnually()
        .withSupportedNicknameMonthly()
        .withSupportedNicknameWeekly()
        .withSupportedNicknameDaily()
        .withSupportedNicknameMidnight()
        .withSupportedNicknameHourly()
        .instance();
  }

  static boolean isMeant(String text) {
    return text.startsWith("@") || text.indexOf(' ') > 0;
  }

  static CronTimes parse(String text) {
    try {
      return new CronTimes(ExecutionTime.forCron(PARSER.parse(text)), text);
    } catch (IllegalArgumentException noCron) {
      throw new ExpressionException(
          "'%s' is not a cron expression of six or seven fields such as 0 30 8 ? * MON-FRI: %s"
              .formatted(text, noCron.getMessage()),
          noCron);
    }
  }

  /** The first future time; if there is none, the last time. */
  Instant firstAfter(ZonedDateTime now) {
    return nextAfter(now)
        .or(() -> lastBefore(now))
        .orElseThrow(
            () -> new ExpressionException("The cron expression '%s' has no time".formatted(text)));
  }

  Optional<Instant> nextAfter(ZonedDateTime now) {
    ZonedDateTime from = now;
    for (int months = 0; months < MONTHS; months++) {
      try {
        return times.nextExecution(from).map(ZonedDateTime::toInstant);
      } catch (DateTimeException noSuchDay) {
        // The library does not skip a month that has no day 30W or 31W.
        from = from.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).plusMonths(1);
      }
    }
    return Optional.empty();
  }

  private Optional<Instant> lastBefore(ZonedDateTime now) {
    try {
      return times.lastExecution(now).map(ZonedDateTime::toInstant);
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
