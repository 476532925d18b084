package dev.outwork.mover.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceAddressTest {
  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db:5432/camunda?password=secret, jdbc:postgresql://db:5432/camunda",
    "jdbc:postgresql://me:secret@db/camunda, jdbc:postgresql://db/camunda",
    "jdbc:sqlserver://db;password=secret, jdbc:sqlserver://db",
    "jdbc:oracle:thin:me/secret@//db:1521/xe, jdbc:oracle:thin:@//db:1521/xe",
    "jdbc:h2:file:/data/camunda, jdbc:h2:file:/data/camunda"
  })
  void a_url_is_shown_without_secrets(String url, String shown) {
    assertThat(new SourceAddress(url, "me", "secret")).hasToString(shown);
  }
}
