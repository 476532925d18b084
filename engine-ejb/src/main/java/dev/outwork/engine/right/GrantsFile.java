package dev.outwork.engine.right;

import dev.outwork.engine.database.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The file of grants: a grant in each line; empty lines and those with {@code #} are skipped. */
record GrantsFile(String path) {
  // An editor may leave it with a file.
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** By what a change is noticed. */
  record Version(FileTime changedAt, long size) {}

  /** Its version now; empty if it cannot be found. */
  Optional<Version> version() {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(Path.of(path), BasicFileAttributes.class);
      return Optional.of(new Version(attributes.lastModifiedTime(), attributes.size()));
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads all grants.
   *
   * @throws IllegalStateException whose message names the file and every line with a fault
   */
  GrantBook read() {
    List<String> lines = lines();
    List<GrantLine> grants = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        try {
          grants.add(GrantLine.read(line));
        } catch (IllegalArgumentException e) {
          faults.add("line %d: %s".formatted(i + 1, e.getMessage()));
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalStateException("%s, %s".formatted(name(), String.join("; ", faults)));
    }
    return new GrantBook(grants);
  }

  private List<String> lines() {
    try {
      String text = Files.readString(Path.of(path));
      return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).lines().toList();
    } catch (IOException | InvalidPathException e) {
      throw new IllegalStateException("%s cannot be read".formatted(name()), e);
    }
  }

  private String name() {
    return "%s '%s'".formatted(Settings.GRANTS_FILE, path);
  }
}
