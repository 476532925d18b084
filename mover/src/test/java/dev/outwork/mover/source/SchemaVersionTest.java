package dev.outwork.mover.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaVersionTest {
  @ParameterizedTest
  @ValueSource(strings = {"7.13.0", "7.19.3", "7.24.0", "2.2.0", "cibseven-2.2.0"})
  void a_known_version_is_accepted(String version) {
    assertThat(SchemaVersion.of(List.of("7.11.0", version)).text()).isEqualTo(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7.12.0", "7.25.0", "8.0.0", "7.2", "2.4.0", "fox", ""})
  void another_one_is_refused_with_what_was_found(String version) {
    assertThatThrownBy(() -> SchemaVersion.of(List.of("7.24.0", version)))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("'" + version + "'")
        .hasMessageContaining("7.13 to 7.24");
  }

  @Test
  void an_empty_log_is_refused() {
    assertThatThrownBy(() -> SchemaVersion.of(List.of())).hasMessageContaining("empty");
  }
}
