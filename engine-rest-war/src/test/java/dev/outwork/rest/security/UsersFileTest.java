package dev.outwork.rest.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.codec.digest.Crypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsersFileTest {
  // Output of 'openssl passwd -6 -salt outwork' and '-5' for: secret
  private static final String SHA_512 =
      "$6$outwork$pI.dHRuSNfXi4IelyDEaWlHHA9haBwe1Urerp043Sifd/85ytWOkyoj/7g2ndQwS4YFwt/Q6r71ZyMQjXalAG/";
  private static final String SHA_256 = "$5$outwork$W3p49fhH/NP53tJBF2X2CapLOehEBdeLRIogIN3GNkA";

  @TempDir private Path directory;

  private final UsersFile users = new UsersFile();

  @ParameterizedTest
  @CsvSource({
    "mary, secret, VALID",
    "mary, Secret, INVALID",
    "mary, '', INVALID",
    "john, secret, VALID",
    "jane, secret, NOT_VALIDATED",
    "'', secret, NOT_VALIDATED"
  })
  void a_name_and_a_password_must_belong_together(String name, String password, Status status)
      throws IOException {
    read("# people", "", "mary:" + SHA_512, "  john:" + SHA_256);

    assertThat(statusOf(name, password)).isEqualTo(status);
  }

  @Test
  void a_password_that_has_fitted_once_does_not_open_the_door_to_another() throws IOException {
    read("mary:" + SHA_512);
    assertThat(statusOf("mary", "secret")).isEqualTo(Status.VALID);

    assertThat(statusOf("mary", "other")).isEqualTo(Status.INVALID);
    assertThat(statusOf("mary", "secret")).isEqualTo(Status.VALID);
  }

  @Test
  void no_login_is_required_without_a_users_file() {
    assertThat(users.isRequired()).isFalse();
  }

  @Test
  void an_empty_file_opens_the_door_to_nobody() throws IOException {
    read("");

    assertThat(users.isRequired()).isTrue();
    assertThat(statusOf("mary", "secret")).isEqualTo(Status.NOT_VALIDATED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mary", "mary:", ":" + SHA_512, "mary:secret", "mary:$1$salt$xYz", "mary:$6$x"})
  void a_line_that_names_no_user_is_refused_with_its_place(String line) {
    assertThatThrownBy(() -> read("# people", line))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("outwork.users-file")
        .hasMessageContaining("line 2")
        .hasMessageNotContaining("secret");
  }

  @Test
  void a_name_that_is_there_twice_is_refused() {
    assertThatThrownBy(() -> read("mary:" + SHA_512, "mary:" + SHA_256))
        .hasMessageContaining("line 2: user 'mary' occurs twice");
  }

  @Test
  void a_file_that_is_not_there_is_refused() {
    assertThatThrownBy(() -> users.read(directory.resolve("nowhere").toString()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nowhere");
  }

  /** Else the time of an answer would tell which users exist. */
  @Test
  void a_failed_login_of_nobody_computes_the_hash_of_a_user() throws IOException {
    read("mary:" + SHA_512);

    assertThat(users.costOf("jane").fits("secret")).isTrue();
    assertThat(users.costOf("jane")).isSameAs(users.costOf("jane"));
  }

  @Test
  void without_users_it_computes_a_hash_that_nobody_has() throws IOException {
    read("");

    assertThat(users.costOf("jane").fits("secret")).isFalse();
  }

  /** Hashing takes time in proportion to the length, and anybody may send one. */
  @Test
  void a_password_that_is_too_long_is_not_hashed() throws IOException {
    String longest = "p".repeat(PasswordHash.MOST_CHARACTERS);
    read(
        "mary:" + Crypt.crypt(longest, "$6$outwork$"),
        "john:" + Crypt.crypt(longest + "p", "$6$outwork$"));

    assertThat(statusOf("mary", longest)).isEqualTo(Status.VALID);
    assertThat(statusOf("john", longest + "p")).isEqualTo(Status.INVALID);
  }

  private void read(String... lines) throws IOException {
    users.read(Files.write(directory.resolve("users"), List.of(lines)).toString());
  }

  private Status statusOf(String name, String password) {
    return users.validate(new UsernamePasswordCredential(name, password)).getStatus();
  }
}
