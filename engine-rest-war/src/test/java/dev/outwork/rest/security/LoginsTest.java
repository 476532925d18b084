package dev.outwork.rest.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoginsTest {
  @Test
  void who_has_not_authenticated_is_told_how() {
    assertThat(Logins.challenges(true, false)).containsExactly("Basic realm=\"default\"");
    assertThat(Logins.challenges(false, true)).containsExactly("Bearer realm=\"default\"");
    assertThat(Logins.challenges(true, true))
        .containsExactly("Bearer realm=\"default\"", "Basic realm=\"default\"");
    assertThat(Logins.demand(true, false)).isEqualTo("A valid name and password are required");
    assertThat(Logins.demand(false, true)).isEqualTo("A valid bearer token is required");
  }

  @Test
  void whose_token_is_refused_is_told_why() {
    assertThat(Logins.challenge(new TokenRefused("it has expired")))
        .isEqualTo(
            "Bearer realm=\"default\", error=\"invalid_token\", error_description=\"it has expired\"");
  }
}
