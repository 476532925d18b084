package dev.outwork.it.benchmark;

/**
 * What a system has used since it started.
 *
 * @param at {@link System#nanoTime}
 * @param serverCpu seconds
 * @param compilerCpu seconds of it that the server's JVM has spent compiling
 * @param databaseCpu seconds
 */
record Usage(
    long at,
    double serverCpu,
    double compilerCpu,
    double databaseCpu,
    long statements,
    long transactions) {
  private static final double NANOS = 1e9;

  Usage since(Usage before) {
    return new Usage(
        at - before.at,
        serverCpu - before.serverCpu,
        compilerCpu - before.compilerCpu,
        databaseCpu - before.databaseCpu,
        statements - before.statements,
        transactions - before.transactions);
  }

  double seconds() {
    return at / NANOS;
  }
}
