package dev.outwork.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a server on this machine has received and not read yet, from /proc of Linux. */
public final class UnreadRequests {
  private static final String OPEN = "01";
  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int QUEUES = 4;

  private UnreadRequests() {}

  /** Whether something sent to a port is unread; false where the system does not tell. */
  public static boolean areAt(int port) {
    String local = ":%04X".formatted(port);
    return Stream.of("tcp", "tcp6")
        .map(table -> Path.of("/proc", "net", table))
        .filter(Files::exists)
        .flatMap(UnreadRequests::lines)
        .map(line -> line.strip().split("\\s+"))
        .anyMatch(
            line ->
                line[LOCAL_ADDRESS].endsWith(local)
                    && line[STATE].equals(OPEN)
                    && !line[QUEUES].endsWith(":00000000"));
  }

  private static Stream<String> lines(Path table) {
    try {
      return Files.readAllLines(table).stream().skip(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
