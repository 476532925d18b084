package dev.outwork.it.benchmark;

/**
 * What a workload is meant to cost.
 *
 * @param cpu seconds of server and database for 1,000; 0 if nothing is said of it
 */
record Goal(String text, double cpu) {
  static final Goal NONE = new Goal("", 0);

  static Goal of(String text) {
    return new Goal(text, 0);
  }

  static Goal cpu(String text, double cpu) {
    return new Goal("%s, %s CPU s".formatted(text, cpu), cpu);
  }
}
