package dev.outwork.mover.command;

import dev.outwork.mover.source.Slice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import picocli.CommandLine.Option;

/** Which instances are meant. */
final class SliceOptions {
  @Option(
      names = "--definition",
      paramLabel = "KEY",
      description = "Only root instances of this process.")
  private String definitionKey;

  @Option(names = "--version-number", paramLabel = "N", description = "Only those of this version.")
  private Integer version;

  @Option(
      names = "--tenant",
      paramLabel = "ID",
      description = "Only those of this tenant; an empty text for those without.")
  private String tenantId;

  @Option(
      names = "--business-key",
      paramLabel = "PATTERN",
      description = "Only those whose business key is like this, with %% and _ as in SQL.")
  private String businessKey;

  @Option(
      names = "--started-before",
      paramLabel = "TIME",
      description = "Only those that were started before, as 2026-11-30T00:00:00+01:00.")
  private OffsetDateTime startedBefore;

  @Option(
      names = "--ids-file",
      paramLabel = "FILE",
      description = "Only these root instances: a file with one id a line.")
  private Path idsFile;

  Slice slice() {
    Instant before = startedBefore == null ? null : startedBefore.toInstant();
    return new Slice(definitionKey, version, tenantId, businessKey, before, ids());
  }

  private List<String> ids() {
    if (idsFile == null) {
      return List.of();
    }
    try {
      return Files.readAllLines(idsFile).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UnusableFileException("read", idsFile, e);
    }
  }
}
