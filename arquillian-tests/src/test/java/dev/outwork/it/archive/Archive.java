package dev.outwork.it.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * An archive and all that is in it, by the names of its entries.
 *
 * @param name of its file
 */
record Archive(String name, Map<String, byte[]> entries) {
  private static final Predicate<String> IS_ARCHIVE =
      entry -> entry.matches(".*\\.(jar|war|rar|ear)");
  private static final Predicate<String> IS_OURS =
      archive ->
          archive.matches(
              "(dev\\.outwork-)?(engine-|outwork|delegate-worker|mover|worker-mdb-sample).*");

  static Archive of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.getFileName().toString(), in);
    }
  }

  private static Archive read(String name, InputStream in) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (!entry.isDirectory()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return new Archive(name, entries);
  }

  /** The archives of this project in it, at any depth, and itself. */
  Stream<Archive> ours() {
    return Stream.concat(
        Stream.of(this),
        archives()
            .filter(entry -> IS_OURS.test(fileName(entry)))
            .map(this::inside)
            .flatMap(Archive::ours));
  }

  /** The file names of all other archives, at any depth of ours. */
  List<String> libraries() {
    return ours()
        .flatMap(Archive::archives)
        .map(Archive::fileName)
        .filter(IS_OURS.negate())
        .toList();
  }

  private Stream<String> archives() {
    return entries.keySet().stream().filter(IS_ARCHIVE);
  }

  private Archive inside(String entry) {
    try {
      return read(fileName(entry), new ByteArrayInputStream(entries.get(entry)));
    } catch (IOException e) {
      throw new IllegalStateException("'%s' in '%s' cannot be read".formatted(entry, name), e);
    }
  }

  private static String fileName(String entry) {
    return entry.substring(entry.lastIndexOf('/') + 1);
  }

  /** Empty if there is no such entry. */
  String text(String entry) {
    return new String(entries.getOrDefault(entry, new byte[0]), StandardCharsets.UTF_8);
  }

  /** What stands directly below a directory. */
  Stream<String> filesIn(String directory) {
    return entries.keySet().stream()
        .filter(entry -> entry.matches("\\Q" + directory + "/\\E[^/]+"))
        .map(entry -> entry.substring(directory.length() + 1));
  }

  @Override
  public String toString() {
    return name;
  }
}
