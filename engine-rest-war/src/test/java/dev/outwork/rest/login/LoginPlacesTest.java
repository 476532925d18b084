package dev.outwork.rest.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginPlacesTest {
  private static final String ROOT = "https://engine.example.com/engine-rest/";

  private final LoginPlaces places =
      LoginPlaces.below(URI.create("https://engine.example.com/engine-rest"));

  @ParameterizedTest
  @ValueSource(strings = {"app/#/topics", "pages/", "version", "task/1/form?x=1", ""})
  void a_place_of_the_engine_is_gone_to(String place) {
    assertThat(places.of(place)).hasToString(ROOT + place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://other.example.com/",
        "//other.example.com/",
        "/",
        "/other",
        "../other",
        "app/../../other",
        "javascript:alert(1)",
        "https://engine.example.com:444/engine-rest/app/",
        "https://engine.example.com/engine-rest.other/",
        "no address\\",
        "login",
        "login/callback?code=1"
      })
  void any_other_place_becomes_the_console(String place) {
    assertThat(places.of(place)).hasToString(ROOT + "app/");
  }

  @Test
  void a_place_that_does_not_fit_into_a_cookie_becomes_the_console() {
    String longest = "app/#/" + "x".repeat(1_994);
    assertThat(places.of(longest)).hasToString(ROOT + longest);
    assertThat(places.of(longest + "x")).hasToString(ROOT + "app/");
  }

  @Test
  void who_comes_from_nowhere_gets_to_the_console() {
    assertThat(places.of(null)).hasToString(ROOT + "app/");
  }
}
