package dev.outwork.it.cluster;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * Copies the files of a PostgreSQL that runs, as pg_basebackup does, which does not come with the
 * embedded one.
 */
final class BaseBackup extends SimpleFileVisitor<Path> {
  // Files of the moment; the log comes by replication.
  private static final Set<String> EMPTY = Set.of("pg_wal", "pg_replslot", "pg_stat_tmp");
  private static final Set<String> LEFT_OUT =
      Set.of("postmaster.pid", "postmaster.opts", "epg-lock", "postgresql.auto.conf");

  private final Path from;
  private final Path to;

  private BaseBackup(Path from, Path to) {
    this.from = from;
    this.to = to;
  }

  static void copy(Connection server, Path from, Path to) throws SQLException, IOException {
    try (Statement statement = server.createStatement()) {
      statement.execute("select pg_backup_start('standby', true)");
      Files.walkFileTree(from, new BaseBackup(from, to));
      try (ResultSet label =
          statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
        label.next();
        Files.writeString(to.resolve("backup_label"), label.getString(1));
      }
    }
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
      throws IOException {
    Files.createDirectories(
        copyOf(directory),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    Path inData = from.relativize(file);
    if (!LEFT_OUT.contains(inData.toString()) && !EMPTY.contains(inData.getName(0).toString())) {
      try {
        Files.copy(file, copyOf(file));
      } catch (NoSuchFileException e) {
        // The server deleted it meanwhile, as its log shows.
      }
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
    if (e instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw e;
  }

  private Path copyOf(Path path) {
    return to.resolve(from.relativize(path));
  }
}
