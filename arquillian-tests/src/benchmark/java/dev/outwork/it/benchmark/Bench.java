package dev.outwork.it.benchmark;

/** The measured system: an engine, its process, and its database. */
record Bench(Engine engine, long serverPid, Database database) {
  /** Does some work and returns its cost. */
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
        database == null ? 0 : database.transactions(),
        database == null ? 0 : database.walBytes());
  }
}
