package dev.outwork.it.benchmark;

/** The resources that a system has used since its start. */
record Usage(
    long at,
    double serverCpu,
    double compilerCpu,
    double databaseCpu,
    long statements,
    long transactions,
    long walBytes) {
  private static final double NANOS = 1e9;

  Usage since(Usage before) {
    return new Usage(
        at - before.at,
        serverCpu - before.serverCpu,
        compilerCpu - before.compilerCpu,
        databaseCpu - before.databaseCpu,
        statements - before.statements,
        transactions - before.transactions,
        walBytes - before.walBytes);
  }

  double seconds() {
    return at / NANOS;
  }

  /** Of server and database, on average. */
  double percentOfCore() {
    return 100 * (serverCpu + databaseCpu) / seconds();
  }
}
