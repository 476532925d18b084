package dev.outwork.mover.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConstructTest {
  private static final CompatibilityPage PAGE = CompatibilityPage.read();

  @ParameterizedTest
  @EnumSource(Construct.class)
  void each_construct_has_an_entry_on_the_page(Construct construct) {
    Difference difference = PAGE.about(construct, List.of());

    assertThat(difference.topic()).isEqualTo(construct.topic());
    assertThat(difference.outwork()).isNotEmpty().doesNotContain("`", "](");
  }
}
