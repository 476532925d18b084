package dev.outwork.rest.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.rest.token.TokenRefused;
import org.junit.jupiter.api.Test;

class LoginsTest {
  @Test
  void who_has_not_authenticated_is_told_how() {
    assertThat(Logins.challenges(true, false, false)).containsExactly("Basic realm=\"default\"");
    assertThat(Logins.challenges(false, true, false)).containsExactly("Bearer realm=\"default\"");
    assertThat(Logins.challenges(true, true, false))
        .containsExactly("Bearer realm=\"default\"", "Basic realm=\"default\"");
    assertThat(Logins.demand(true, false, false))
        .isEqualTo("A valid name and password are required");
    assertThat(Logins.demand(false, true, false)).isEqualTo("A valid bearer token is required");
  }

  @Test
  void people_are_told_that_they_can_log_in() {
    assertThat(Logins.challenges(false, false, true)).containsExactly("Session realm=\"default\"");
    assertThat(Logins.challenges(true, true, true))
        .containsExactly(
            "Bearer realm=\"default\"", "Basic realm=\"default\"", "Session realm=\"default\"");
    assertThat(Logins.demand(false, false, true)).isEqualTo("A login in a browser is required");
    assertThat(Logins.demand(true, false, true))
        .isEqualTo("A valid name and password are required, or a login in a browser");
  }

  @Test
  void whose_token_is_refused_is_told_why() {
    assertThat(Logins.challenge(new TokenRefused("it has expired")))
        .isEqualTo(
            "Bearer realm=\"default\", error=\"invalid_token\", error_description=\"it has expired\"");
  }
}
