package dev.outwork.it.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

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

  /**
   * Of the threads of a JVM that compile what it executes often: what a warm one does not need. It
   * grows with the load of the machine, because other threads let them wait.
   */
  static double compiling(long pid) {
    try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(pid), "task"))) {
      return threads.filter(Cpu::isCompiler).mapToDouble(Cpu::in).sum();
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // The kernel keeps the first fifteen characters of a name.
  private static boolean isCompiler(Path thread) {
    try {
      return Files.readString(thread.resolve("comm")).contains("CompilerThre");
    } catch (IOException e) {
      // The thread has ended.
      return false;
    }
  }

  private static double of(long pid) {
    return in(Path.of("/proc", String.valueOf(pid)));
  }

  // User and system time, and the same of children that have ended.
  private static double in(Path place) {
    try {
      String stat = Files.readString(place.resolve("stat"));
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
