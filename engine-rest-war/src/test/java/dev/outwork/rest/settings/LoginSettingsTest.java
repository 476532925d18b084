package dev.outwork.rest.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginSettingsTest {
  private static final Map<String, String> LEAST =
      Map.of(
          LoginSettings.ISSUER, "https://id.example.com",
          LoginSettings.CLIENT_ID, "outwork-console",
          LoginSettings.ADDRESS, "https://engine.example.com/engine-rest/",
          LoginSettings.COOKIE_KEY, "a key of at least 32 characters!");

  @AfterEach
  void forget() {
    System.getProperties().keySet().removeIf(name -> name.toString().startsWith("outwork.login."));
  }

  @Test
  void nobody_logs_in_without_an_issuer() {
    assertThat(LoginSettings.read()).isEmpty();
  }

  @Test
  void four_settings_are_enough() {
    LEAST.forEach(System::setProperty);

    LoginSettings settings = LoginSettings.read().orElseThrow();

    assertThat(settings.address()).isEqualTo(URI.create("https://engine.example.com/engine-rest"));
    assertThat(settings.isSecure()).isTrue();
    assertThat(settings.clientSecret()).isEmpty();
    assertThat(settings.scope()).isEqualTo("openid profile");
    assertThat(settings.length()).isEqualTo(Duration.ofHours(8));
    assertThat(settings.nameClaim()).isEqualTo("sub");
  }

  @ParameterizedTest
  @CsvSource({
    "outwork.login.issuer, '', needs outwork.login.issuer",
    "outwork.login.client-id, '', needs outwork.login.client-id",
    "outwork.login.address, '', needs outwork.login.address",
    "outwork.login.cookie-key, '', needs outwork.login.cookie-key",
    "outwork.login.cookie-key, a key of fewer than 32 charact, has fewer than 32 characters",
    "outwork.login.address, /engine-rest, write the address",
    "outwork.login.address, engine.example.com, write the address",
    "outwork.login.address, https://engine.example.com/engine-rest?x=1, write the address",
    "outwork.login.address, https://mary@engine.example.com/, write the address",
    "outwork.login.address, https://engine example.com/, write the address",
    "outwork.login.scope, profile, it must have 'openid'",
    "outwork.login.hours, 0, a session has a length",
    "outwork.login.hours, 169, between 0 and 168"
  })
  void what_is_missing_or_wrong_is_told(String name, String value, String reason) {
    LEAST.forEach(System::setProperty);
    System.setProperty(name, value);

    assertThatIllegalStateException().isThrownBy(LoginSettings::read).withMessageContaining(reason);
  }
}
