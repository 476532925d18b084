package dev.outwork.rest.externaltask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.rest.settings.BehindProxy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Detection of proxies. */
class ProxiesTest {
  private static final List<String> OF_A_CLIENT = List.of("Host", "Content-Type", "Content-Length");

  @ParameterizedTest
  @ValueSource(strings = {"Via", "via", "Forwarded", "X-Forwarded-For", "x-forwarded-proto"})
  void a_proxy_is_detected_by_its_headers(String header) {
    assertThat(areBefore("HTTP/1.1", List.of("Host", header), BehindProxy.AUTO)).isTrue();
  }

  @Test
  void a_proxy_is_detected_by_http_1_0() {
    assertThat(areBefore("HTTP/1.0", OF_A_CLIENT, BehindProxy.AUTO)).isTrue();
  }

  @Test
  void a_client_without_a_proxy_is_not_detected() {
    assertThat(areBefore("HTTP/1.1", OF_A_CLIENT, BehindProxy.AUTO)).isFalse();
  }

  @Test
  void the_setting_of_the_operator_takes_precedence() {
    assertThat(areBefore("HTTP/1.1", OF_A_CLIENT, BehindProxy.ALWAYS)).isTrue();
    assertThat(areBefore("HTTP/1.0", List.of("Via"), BehindProxy.NEVER)).isFalse();
  }

  private static boolean areBefore(String protocol, List<String> headers, BehindProxy setting) {
    return Proxies.areBefore(protocol, headers, setting);
  }
}
