package dev.outwork.rest.security;

import static jakarta.security.enterprise.identitystore.CredentialValidationResult.INVALID_RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordCheckTest {
  private final RefusedRequests refused = new RefusedRequests();
  private final List<String> hashed = new ArrayList<>();
  private final PasswordCheck check = new PasswordCheck();

  PasswordCheckTest() {
    check.identityStores =
        credential ->
            ((UsernamePasswordCredential) credential).getPasswordAsString().equals("right")
                ? new CredentialValidationResult("mary")
                : INVALID_RESULT;
    check.users =
        new UsersFile() {
          @Override
          void spendTimeOnUnknown(UsernamePasswordCredential credential) {
            hashed.add(credential.getCaller());
          }
        };
    check.request =
        (HttpServletRequest)
            Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (request, method, arguments) -> "192.0.2.1");
    check.refused = refused;
  }

  @Test
  void a_wrong_password_is_counted_each_time() {
    assertThat(fits("right")).isTrue();
    assertThat(fits("wrong")).isFalse();
    assertThat(fits("wrong")).isFalse();

    assertThat(refused.byReason())
        .containsEntry("wrong_password", 2L)
        .containsEntry("slowed_down", 0L);
  }

  @Test
  void a_guess_before_its_time_is_counted_as_one_that_is_slowed_down() {
    for (int guess = 1; guess <= FailedLogins.FREE_OF_LOGIN; guess++) {
      fits("wrong-" + guess);
    }

    assertThatExceptionOfType(SlowedDown.class).isThrownBy(() -> fits("right"));
    assertThat(refused.byReason())
        .containsEntry("wrong_password", (long) FailedLogins.FREE_OF_LOGIN)
        .containsEntry("slowed_down", 1L);
  }

  /** Else the time of an answer would tell which users exist. */
  @Test
  void a_password_that_is_checked_and_wrong_takes_the_time_of_a_hash() {
    fits("right");
    assertThat(hashed).isEmpty();

    fits("wrong");
    assertThat(hashed).containsExactly("mary");
  }

  private boolean fits(String password) {
    return PasswordCheck.isValid(check.result(new UsernamePasswordCredential("mary", password)));
  }
}
