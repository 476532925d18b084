package dev.outwork.rest.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnPagesTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "GET, none, none, true",
        "GET, none, same-origin, true",
        "GET, none, cross-site, true",
        "GET, https://engine.example.com, same-origin, true",
        "GET, https://other.example.com, cross-site, false",
        "HEAD, none, none, true",
        "POST, https://engine.example.com, same-origin, true",
        "POST, https://engine.example.com, none, true",
        "POST, none, same-origin, true",
        "POST, none, none, false",
        "POST, none, same-site, false",
        "POST, https://other.example.com, cross-site, false",
        "POST, null, cross-site, false",
        "DELETE, none, cross-site, false",
        "PUT, http://engine.example.com, none, false"
      })
  void only_own_pages_change_something(String method, String origin, String site, boolean isOwn) {
    assertThat(
            OwnPages.at(URI.create("https://engine.example.com/engine-rest"))
                .sent(method, origin, site))
        .isEqualTo(isOwn);
  }

  @Test
  void an_origin_is_what_browsers_send() {
    assertThat(OwnPages.at(URI.create("HTTPS://Engine.example.com:443/x")).origin())
        .isEqualTo("https://engine.example.com");
    assertThat(OwnPages.at(URI.create("http://localhost:8080/engine-rest")).origin())
        .isEqualTo("http://localhost:8080");
  }
}
