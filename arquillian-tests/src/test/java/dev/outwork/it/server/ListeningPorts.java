package dev.outwork.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** TCP ports on which a process listens, from /proc of Linux. */
final class ListeningPorts {
  private static final String LISTENING = "0A";
  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;
  private static final int HEXADECIMAL = 16;

  private ListeningPorts() {}

  static Set<Integer> of(long pid) {
    Path process = Path.of("/proc", String.valueOf(pid));
    Set<Integer> ports = new HashSet<>();
    if (!Files.isDirectory(process)) {
      return ports;
    }
    try {
      Set<String> sockets = sockets(process.resolve("fd"));
      for (String table : new String[] {"tcp", "tcp6"}) {
        Files.readAllLines(process.resolve("net").resolve(table)).stream()
            .map(line -> line.strip().split("\\s+"))
            .filter(line -> line[STATE].equals(LISTENING) && sockets.contains(line[INODE]))
            .forEach(line -> ports.add(port(line[LOCAL_ADDRESS])));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ports;
  }

  private static Set<String> sockets(Path descriptors) throws IOException {
    Set<String> inodes = new HashSet<>();
    try (Stream<Path> links = Files.list(descriptors)) {
      for (Path link : links.toList()) {
        inodes.add(target(link).replaceAll("socket:\\[(\\d+)\\]", "$1"));
      }
    }
    return inodes;
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      // It has been closed meanwhile.
      return "";
    }
  }

  private static int port(String address) {
    return Integer.parseInt(address.substring(address.indexOf(':') + 1), HEXADECIMAL);
  }
}
