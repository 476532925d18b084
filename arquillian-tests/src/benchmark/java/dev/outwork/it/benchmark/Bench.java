package dev.outwork.it.benchmark;

/**
 * What is measured: an engine, the process that it runs in, and its database.
 *
 * @param serverPid 0 if it is not known
 * @param database null if it is not known
 */
record Bench(Engine engine, long serverPid, Database database) {
  /** Does some work and tells what it has cost. */
  Usage measure(Runnable work) {
    Usage before = usage();
    work.run();
    return usage().since(before);
  }

  private Usage usage() {
    return new Usage(
        System.nanoTime(),
        serverPid == 0 ? 0 : Cpu.ofTree(serverPid),
        serverPid == 0 ? 0 : Cpu.compiling(serverPid),
        database == null ? 0 : database.cpu(),
        database == null ? 0 : database.statements(),
        database == null ? 0 : database.transactions());
  }
}
