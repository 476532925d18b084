package dev.outwork.it.benchmark;

/**
 * Lets a server work until its JVM has compiled what the workloads execute. Its compiler is seen in
 * {@code /proc}; without that, all rounds are done.
 */
final class WarmUp {
  private static final int MOST_ROUNDS = 12;
  private static final double SMALL_SHARE = 0.05;

  private final Bench bench;
  private final Video video;
  private final Fork fork;

  WarmUp(Bench bench, Video video, Fork fork) {
    this.bench = bench;
    this.video = video;
    this.fork = fork;
  }

  /**
   * Works in rounds until the compiler takes less than one twentieth of the server's time.
   *
   * @param instances of each process in a round
   * @return the share of the last round that the compiler has taken
   */
  double run(int instances) {
    double share = 1;
    for (int round = 0; round < MOST_ROUNDS && share > SMALL_SHARE; round++) {
      Usage used = bench.measure(() -> round(instances));
      share = used.serverCpu() == 0 ? 1 : used.compilerCpu() / used.serverCpu();
    }
    return share;
  }

  private void round(int instances) {
    video.completeOneByOne(instances, 8, 10, Goal.NONE);
    video.completeOneByOne(instances, 32, 1, Goal.NONE);
    video.completeInBulk(instances, 8, 10, Goal.NONE);
    fork.run(instances, 16, Goal.NONE);
  }
}
