package dev.outwork.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A database that has applied a migration compares its checksum at each start, and the engine does
 * not start on one that has changed. The list has the format of {@code sha256sum}.
 */
class MigrationsTest {
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Path LANDED = Path.of("src/test/resources/db/migrations.sha256");

  @Test
  void a_migration_that_has_landed_is_never_edited_and_a_new_one_joins_the_list()
      throws IOException {
    assertThat(migrations().map(MigrationsTest::line))
        .containsExactlyInAnyOrderElementsOf(Files.readAllLines(LANDED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgresql"})
  void each_version_is_there_once(String database) throws IOException {
    List<String> versions =
        migrations()
            .filter(file -> file.startsWith(MIGRATIONS.resolve(database)))
            .map(file -> file.getFileName().toString().split("__")[0])
            .toList();

    assertThat(versions).contains("V1").doesNotHaveDuplicates();
  }

  private static Stream<Path> migrations() throws IOException {
    try (Stream<Path> files = Files.walk(MIGRATIONS)) {
      return files.filter(file -> file.toString().endsWith(".sql")).toList().stream();
    }
  }

  private static String line(Path file) {
    return sha256(file) + "  " + MIGRATIONS.relativize(file).toString().replace('\\', '/');
  }

  private static String sha256(Path file) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
