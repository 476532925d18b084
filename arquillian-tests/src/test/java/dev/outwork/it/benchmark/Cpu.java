package dev.outwork.it.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** CPU time of processes, in seconds, as Linux keeps it in {@code /proc}. */
final class Cpu {
  // USER_HZ, which is 100 on every Linux that Java runs on.
  private static final double TICKS_PER_SECOND = 100;
  private static final int UTIME = 11;
  private static final int CSTIME = 14;

  private Cpu() {}

  /** Of this process alone. */
  static double ofThis() {
    return of(ProcessHandle.current().pid());
  }

  /** Of a process with all that have come of it, ended or not; 0 if it is not known. */
  static double ofTree(long pid) {
    return ProcessHandle.of(pid)
        .map(process -> of(pid) + process.descendants().mapToDouble(child -> of(child.pid())).sum())
        .orElse(0.0);
  }

  // User and system time, and the same of children that have ended.
  private static double of(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
      // The name of the command, in parentheses, may have blanks in it.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return Arrays.stream(fields, UTIME, CSTIME + 1).mapToLong(Long::parseLong).sum()
          / TICKS_PER_SECOND;
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
