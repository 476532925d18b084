package dev.outwork.engine.right;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.identity.AuthenticatedUser;
import dev.outwork.engine.database.Settings;
import dev.outwork.engine.testkit.LogLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrantsTest {
  private static final Instant BEGIN = Instant.parse("2026-11-30T12:00:00Z");

  @TempDir Path folder;

  private Path file;
  private int changes;

  @BeforeEach
  void name() {
    file = folder.resolve("grants");
    System.setProperty(Settings.GRANTS_FILE, file.toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty(Settings.GRANTS_FILE);
    AuthenticatedUser.clear();
  }

  @Test
  void without_a_file_everybody_may_do_everything() {
    System.clearProperty(Settings.GRANTS_FILE);

    assertThat(new Grants().ofCaller()).isSameAs(Rights.ALL);
  }

  @Test
  void with_a_file_nobody_may_do_anything_but_those_whom_it_names() throws IOException {
    write("# those who bring parcels", "", "group couriers: fetch on topic a");
    Grants grants = new Grants();

    assertThat(grants.ofCaller()).isSameAs(Rights.NONE);
    AuthenticatedUser.set("mary");
    assertThat(mayFetch(grants)).isFalse();
    AuthenticatedUser.set("mary", Set.of("couriers"), Set.of());
    assertThat(mayFetch(grants)).isTrue();
  }

  @Test
  void an_empty_file_grants_nothing() throws IOException {
    write();
    AuthenticatedUser.set("mary");

    assertThat(mayFetch(new Grants())).isFalse();
  }

  @Test
  void a_fault_fails_the_start_and_names_all_lines_with_faults() throws IOException {
    write("user mary: everything", "# a comment", "user john: fly", "user jim fetch on topic a");

    assertThatThrownBy(Grants::new)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "outwork.grants-file '%s', line 3: expected 'VERBS on THING NAME', 'deploy', 'deploy in"
                + " tenant NAME', 'read metrics', 'grant' or 'everything', not 'fly'; line 4: expected 'group NAME:"
                + " GRANT' or 'user NAME: GRANT', not 'user jim fetch on topic a'",
            file);
  }

  @Test
  void a_missing_file_fails_the_start() {
    assertThatThrownBy(Grants::new).hasMessage("outwork.grants-file '%s' cannot be read", file);
  }

  @Test
  void a_file_that_is_no_text_fails_the_start() throws IOException {
    Files.write(file, new byte[] {(byte) 0xC3, (byte) 0x28});

    assertThatThrownBy(Grants::new).hasMessage("outwork.grants-file '%s' cannot be read", file);
  }

  @Test
  void a_byte_order_mark_and_line_ends_of_windows_do_no_harm() throws IOException {
    Files.writeString(
        file, "\uFEFFuser mary: fetch on topic a\r\nuser john: grant\r\n", StandardCharsets.UTF_8);
    AuthenticatedUser.set("mary");

    assertThat(mayFetch(new Grants())).isTrue();
  }

  @Test
  void a_changed_file_is_read_again() throws IOException {
    write("user mary: fetch on topic a");
    Grants grants = new Grants();
    AuthenticatedUser.set("mary");
    Rights before = grants.ofCaller();

    grants.look();
    assertThat(grants.ofCaller()).isSameAs(before);

    write("user john: fetch on topic a");
    try (LogLines log = new LogLines(Grants.class)) {
      grants.look();

      assertThat(log.next())
          .containsExactly("The grants were read again from '%s'".formatted(file));
    }
    assertThat(mayFetch(grants)).isFalse();
  }

  @Test
  void a_fault_in_a_changed_file_keeps_the_grants_and_is_logged_once() throws IOException {
    write("user mary: fetch on topic a");
    Grants grants = new Grants();
    AuthenticatedUser.set("mary");
    write("user mary: fetch on topic", "user john: fetch on topic a");
    try (LogLines log = new LogLines(Grants.class)) {
      grants.look();
      grants.look();

      assertThat(log.next())
          .containsExactly(
              "The grants stay as they were: outwork.grants-file '%s', line 1: the name of the topic is missing"
                  .formatted(file));
    }
    assertThat(mayFetch(grants)).isTrue();

    write("user john: fetch on topic a");
    grants.look();

    assertThat(mayFetch(grants)).isFalse();
  }

  @Test
  void a_file_that_vanishes_keeps_the_grants_until_it_is_there_again() throws IOException {
    write("user mary: fetch on topic a");
    Grants grants = new Grants();
    AuthenticatedUser.set("mary");
    Files.delete(file);
    try (LogLines log = new LogLines(Grants.class)) {
      grants.look();
      grants.look();

      assertThat(log.next())
          .containsExactly(
              "The grants stay as they were: outwork.grants-file '%s' cannot be read"
                  .formatted(file));
    }
    assertThat(mayFetch(grants)).isTrue();

    write("user john: fetch on topic a");
    grants.look();

    assertThat(mayFetch(grants)).isFalse();
  }

  private static boolean mayFetch(Grants grants) {
    return grants.ofCaller().allow(Verb.FETCH, Thing.TOPIC, "a");
  }

  // Each time with another time, however coarse the clock of the file system is.
  private void write(String... lines) throws IOException {
    Files.writeString(file, String.join("\n", lines));
    Files.setLastModifiedTime(file, FileTime.from(BEGIN.plusSeconds(changes++)));
  }
}
