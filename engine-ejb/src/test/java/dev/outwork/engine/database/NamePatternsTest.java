package dev.outwork.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamePatternsTest {
  @Test
  void a_name_matches_itself_only() {
    NamePatterns names = NamePatterns.of(List.of("a.b", "c"));

    assertThat(names.has("a.b")).isTrue();
    assertThat(names.has("c")).isTrue();
    assertThat(names.has("a")).isFalse();
    assertThat(names.has("a.bc")).isFalse();
    assertThat(names.has("axb")).isFalse();
    assertThat(names.isAll()).isFalse();
  }

  @Test
  void a_prefix_matches_all_that_begin_with_it() {
    NamePatterns names = NamePatterns.of(List.of("a.*", "b*"));

    assertThat(names.has("a.")).isTrue();
    assertThat(names.has("a.b.c")).isTrue();
    assertThat(names.has("b")).isTrue();
    assertThat(names.has("a")).isFalse();
    assertThat(names.has("aa")).isFalse();
    assertThat(names.has("c")).isFalse();
    assertThat(names.has("")).isFalse();
  }

  /** Characters that come before and after the star, and names between two prefixes. */
  @Test
  void prefixes_that_begin_with_others_hide_nothing() {
    NamePatterns names =
        NamePatterns.of(List.of("ab c*", "ab*", "ab!*", "abz*", "a*", "ac", "b-*"));

    assertThat(names.prefixes()).containsExactlyInAnyOrder("a", "b-");
    assertThat(names.exact()).isEmpty();
    assertThat(List.of("a", "ab", "ab c", "ab!", "abzz", "ac", "az", "b-")).allMatch(names::has);
    assertThat(List.of("", "b", "b!", "b.", "c")).noneMatch(names::has);
  }

  @Test
  void the_empty_prefix_matches_everything() {
    NamePatterns names = NamePatterns.of(List.of("a", "b*", "*"));

    assertThat(names.isAll()).isTrue();
    assertThat(names.has("")).isTrue();
    assertThat(names.has("anything")).isTrue();
    assertThat(NamePatterns.ALL.isAll()).isTrue();
  }

  @Test
  void without_patterns_nothing_matches() {
    assertThat(NamePatterns.NONE.isEmpty()).isTrue();
    assertThat(NamePatterns.NONE.has("")).isFalse();
  }
}
