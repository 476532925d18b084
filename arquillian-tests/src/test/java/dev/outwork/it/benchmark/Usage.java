package dev.outwork.it.benchmark;

/**
 * What a system has used since it started.
 *
 * @param at {@link System#nanoTime}
 * @param serverCpu seconds
 * @param databaseCpu seconds
 */
record Usage(long at, double serverCpu, double databaseCpu, long statements, long transactions) {
  private static final double NANOS = 1e9;

  Usage since(Usage before) {
    return new Usage(
        at - before.at,
        serverCpu - before.serverCpu,
        databaseCpu - before.databaseCpu,
        statements - before.statements,
        transactions - before.transactions);
  }

  double seconds() {
    return at / NANOS;
  }
}
