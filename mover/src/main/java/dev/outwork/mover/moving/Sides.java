package dev.outwork.mover.moving;

import dev.outwork.mover.destination.MovedInstances;
import dev.outwork.mover.destination.TargetSession;
import dev.outwork.mover.source.SourceMarks;
import dev.outwork.mover.source.SourceSession;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A connection to each side, for one thread. */
final class Sides implements AutoCloseable {
  private final SourceSession source;
  private final TargetSession target;
  private final Clock clock;

  private Sides(SourceSession source, TargetSession target, Clock clock) {
    this.source = source;
    this.target = target;
    this.clock = clock;
  }

  static Sides open(MoveSettings settings) {
    SourceSession source = SourceSession.open(settings.source(), settings.sourceZone());
    try {
      return new Sides(source, TargetSession.open(settings.target()), settings.clock());
    } catch (RuntimeException unreachable) {
      source.close();
      throw unreachable;
    }
  }

  SourceSession source() {
    return source;
  }

  SourceMarks marks() {
    return new SourceMarks(source);
  }

  TargetSession target() {
    return target;
  }

  MovedInstances moved() {
    return new MovedInstances(target);
  }

  /** As exactly as the databases store it. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public void close() {
    try (source) {
      target.close();
    }
  }
}
