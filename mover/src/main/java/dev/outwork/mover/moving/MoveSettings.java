package dev.outwork.mover.moving;

import dev.outwork.mover.destination.TargetAddress;
import dev.outwork.mover.source.SourceAddress;
import java.time.Clock;
import java.time.ZoneId;

/**
 * Between which databases, and how.
 *
 * @param sourceZone in which the engine of the source writes its times
 * @param chunk how many root instances are moved together
 * @param mostPerSecond how many of them all threads together begin with in a second; 0 for as many
 *     as they can
 */
public record MoveSettings(
    SourceAddress source,
    ZoneId sourceZone,
    TargetAddress target,
    WhatGoes what,
    int chunk,
    int threads,
    int mostPerSecond,
    Clock clock) {
  private static final int CHUNKS = 20;

  /** How many ids are asked for at once: a database may sort all that are left each time. */
  int page() {
    return CHUNKS * chunk;
  }
}
