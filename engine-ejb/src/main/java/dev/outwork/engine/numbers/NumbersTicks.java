package dev.outwork.engine.numbers;

import dev.outwork.engine.database.TellsOutages;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Tells the other nodes what this one has counted and seen, and checks for alarms. */
@Singleton
@TellsOutages
@Startup
@DependsOn("Migrations")
public class NumbersTicks {
  @Inject private Readings readings;
  @Inject private Telling telling;
  @Inject private Alarms alarms;
  @Inject private Clock clock;

  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false, info = "numbers")
  public void tick() {
    Reading reading = readings.now();
    Instant now = clock.instant();
    List<SightingRow> seenHere = telling.tell(reading, now);
    alarms.check(reading, seenHere, now);
  }
}
