package dev.outwork.rest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {
  @ParameterizedTest
  @ValueSource(strings = {"order.bpmn", "prüfung.bpmn", "审核.bpmn"})
  void a_file_name_is_the_same_whether_the_server_decoded_it_or_not(String name) {
    String readByteByByte =
        new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

    assertThat(Parts.decoded(readByteByByte)).isEqualTo(name);
    assertThat(Parts.decoded(name)).isEqualTo(name);
  }
}
