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
  void a_header_shows_it(String header) {
    assertThat(areBefore("HTTP/1.1", List.of("Host", header), BehindProxy.AUTO)).isTrue();
  }

  @Test
  void an_old_version_of_the_protocol_shows_it() {
    assertThat(areBefore("HTTP/1.0", OF_A_CLIENT, BehindProxy.AUTO)).isTrue();
  }

  @Test
  void a_client_shows_nothing_of_it() {
    assertThat(areBefore("HTTP/1.1", OF_A_CLIENT, BehindProxy.AUTO)).isFalse();
  }

  @Test
  void the_operator_knows_better() {
    assertThat(areBefore("HTTP/1.1", OF_A_CLIENT, BehindProxy.ALWAYS)).isTrue();
    assertThat(areBefore("HTTP/1.0", List.of("Via"), BehindProxy.NEVER)).isFalse();
  }

  private static boolean areBefore(String protocol, List<String> headers, BehindProxy setting) {
    return Proxies.areBefore(protocol, headers, setting);
  }
}
