package dev.outwork.engine.database;

import com.github.f4b6a3.uuid.UuidCreator;

/** Creates time-ordered identifiers, so that rows written together are adjacent in an index. */
public final class Ids {
  private Ids() {}

  public static String next() {
    return UuidCreator.getTimeOrderedEpoch().toString();
  }
}
