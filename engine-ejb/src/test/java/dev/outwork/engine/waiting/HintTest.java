package dev.outwork.engine.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HintTest {
  private static final int LESS_THAN = 8_000;

  @Test
  void topics_are_read_as_they_were_written() {
    Set<String> topics = Set.of("a", "with blanks, and\na break", "größer");

    List<String> payloads = Hint.payloads("node", topics);

    assertThat(payloads).hasSize(1);
    assertThat(Hint.read(payloads.get(0))).isEqualTo(new Hint("node", topics));
  }

  @Test
  void a_node_that_says_that_it_is_there_has_no_topics() {
    assertThat(Hint.read("node")).isEqualTo(new Hint("node", Set.of()));
  }

  /** Whoever may connect to the database may send any text: it tells of work, and gives none. */
  @ParameterizedTest
  @ValueSource(strings = {"", "\u001f", "\u001f\u001f", "node\u001f", "{\"topics\": 5}", "\n"})
  void any_text_is_read_as_a_hint(String forged) {
    assertThat(Hint.read(forged).topics()).isSubsetOf("", "x");
  }

  @Test
  void many_long_topics_take_several_payloads_none_of_which_postgresql_refuses() {
    Set<String> topics =
        IntStream.range(0, 100)
            .mapToObj(i -> "€".repeat(252) + "%03d".formatted(i))
            .collect(Collectors.toSet());

    List<String> payloads = Hint.payloads("node", topics);

    assertThat(payloads)
        .allMatch(payload -> payload.getBytes(StandardCharsets.UTF_8).length < LESS_THAN);
    assertThat(payloads.stream().flatMap(payload -> Hint.read(payload).topics().stream()))
        .containsExactlyInAnyOrderElementsOf(topics);
  }
}
