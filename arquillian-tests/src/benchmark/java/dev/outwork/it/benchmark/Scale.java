package dev.outwork.it.benchmark;

/** How much of everything is done. */
record Scale(double factor) {
  int of(int count) {
    return (int) Math.max(1, Math.round(count * factor));
  }
}
