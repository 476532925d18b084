package dev.outwork.rest.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttachmentTest {
  @Test
  void a_plain_name_is_told_in_both_ways() {
    assertThat(Attachment.disposition("a b.txt"))
        .isEqualTo("attachment; filename=\"a b.txt\"; filename*=UTF-8''a%20b.txt");
  }

  @Test
  void a_name_cannot_break_out_of_its_header() {
    assertThat(Attachment.disposition("ä\"\r\nSet-Cookie: x"))
        .isEqualTo(
            "attachment; filename=\"____Set-Cookie: x\";"
                + " filename*=UTF-8''%C3%A4%22%0D%0ASet-Cookie%3A%20x");
  }
}
