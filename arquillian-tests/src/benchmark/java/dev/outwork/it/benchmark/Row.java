package dev.outwork.it.benchmark;

/**
 * One line of the table.
 *
 * @param unit what is counted, such as a completed task
 * @param units how many of them there were
 * @param used by server and database while they were done
 * @param millis how long one of them took, in the middle; 0 if that was not measured
 * @param remark errors, and whatever else matters
 */
record Row(
    String workload, String unit, int units, Usage used, Goal goal, double millis, String remark) {
  private static final double THOUSAND = 1_000;

  Row(String workload, String unit, int units, Usage used, Goal goal, String remark) {
    this(workload, unit, units, used, goal, 0, remark);
  }

  /** The row with how long one unit took. */
  Row taking(double time) {
    return new Row(workload, unit, units, used, goal, time, remark);
  }

  /** The row under another name. */
  Row named(String name) {
    return new Row(name, unit, units, used, goal, millis, remark);
  }

  /** The row with one more remark. */
  Row remarking(String more) {
    return new Row(
        workload, unit, units, used, goal, millis, remark + (remark.isEmpty() ? "" : ", ") + more);
  }

  /** The row with its cost relative to another row, by its name. */
  Row comparedWith(Row other, String name) {
    return remarking("%.2f times %s".formatted(cpuForThousand() / other.cpuForThousand(), name));
  }

  double statementsForEach() {
    return (double) used.statements() / units;
  }

  /** Bytes of the write-ahead log. */
  double walForEach() {
    return (double) used.walBytes() / units;
  }

  double transactionsForEach() {
    return (double) used.transactions() / units;
  }

  double serverCpuForThousand() {
    return used.serverCpu() * THOUSAND / units;
  }

  /** The share of compilation. */
  double compilerCpuForThousand() {
    return used.compilerCpu() * THOUSAND / units;
  }

  double databaseCpuForThousand() {
    return used.databaseCpu() * THOUSAND / units;
  }

  /** Of server and database, compiling too. */
  double cpuForThousand() {
    return serverCpuForThousand() + databaseCpuForThousand();
  }

  double perSecond() {
    return units / used.seconds();
  }
}
