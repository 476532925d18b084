package dev.outwork.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {
  private static final String THUMBS_UP = "\uD83D\uDC4D";

  @Test
  void a_text_that_fits_stays() {
    assertThat(Texts.cut("abc", 3)).isEqualTo("abc");
    assertThat(Texts.cut("", 0)).isEmpty();
    assertThat(Texts.cut(null, 3)).isNull();
  }

  @Test
  void a_longer_text_loses_its_end() {
    assertThat(Texts.cut("abcd", 3)).isEqualTo("abc");
    assertThat(Texts.cut("abcd", 0)).isEmpty();
  }

  @Test
  void a_text_in_one_line_has_no_character_that_begins_another_one() {
    assertThat(Texts.inOneLine("a\r\nb\tc\u001b[2J\u0085\u2028\u2029\u007f ü"))
        .isEqualTo("a__b_c_[2J____ ü");
    assertThat(Texts.inOneLine(null)).isNull();
  }

  @Test
  void a_surrogate_pair_is_kept_or_dropped_as_a_whole() {
    assertThat(Texts.cut("ab" + THUMBS_UP + "c", 4)).isEqualTo("ab" + THUMBS_UP);
    assertThat(Texts.cut("ab" + THUMBS_UP + "c", 3)).isEqualTo("ab");
    assertThat(Texts.cut(THUMBS_UP, 1)).isEmpty();
  }
}
