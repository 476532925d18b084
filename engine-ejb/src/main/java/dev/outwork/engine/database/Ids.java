package dev.outwork.engine.database;

import com.github.f4b6a3.uuid.UuidCreator;

/** Identifiers that grow with time, so that what is written together lies together in an index. */
public final class Ids {
  private Ids() {}

  public static String next() {
    return UuidCreator.getTimeOrderedEpoch().toString();
  }
}
