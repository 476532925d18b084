package dev.outwork.it.benchmark;

/** The goals of a workload. */
record Goal(String text, double cpu) {
  static final Goal NONE = new Goal("", 0);

  static Goal of(String text) {
    return new Goal(text, 0);
  }

  static Goal cpu(String text, double cpu) {
    return new Goal("%s, %s CPU s".formatted(text, cpu), cpu);
  }
}
