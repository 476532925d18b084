package dev.outwork.it.fault;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system that is full at once. */
final class SmallDisk implements AutoCloseable {
  private static final int BLOCK = 4_096;

  private final Path directory;
  private final Path filling;

  private SmallDisk(Path directory) {
    this.directory = directory;
    this.filling = directory.resolve("filling");
  }

  /** Mounts one; skips the test without the privilege. */
  static SmallDisk mount(String size) throws IOException {
    Path directory = Files.createTempDirectory("small-disk");
    boolean isMounted =
        run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", directory.toString()) == 0;
    assumeTrue(isMounted, "Skipped: only root can mount a small file system");
    return new SmallDisk(directory);
  }

  /** A directory on it. */
  Path directory(String name) throws IOException {
    return Files.createDirectory(directory.resolve(name));
  }

  /** Leaves no room. */
  void fill() throws IOException {
    try (OutputStream file = Files.newOutputStream(filling)) {
      while (true) {
        file.write(new byte[BLOCK]);
      }
    } catch (IOException full) {
      // That was the purpose.
    }
  }

  /** Makes room. */
  void free() throws IOException {
    Files.deleteIfExists(filling);
  }

  private static int run(String... command) throws IOException {
    try {
      return new ProcessBuilder(command).start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    run("umount", directory.toString());
    Files.deleteIfExists(directory);
  }
}
