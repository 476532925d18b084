package dev.outwork.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
  private static final int MANY = 100_000;

  @Test
  void ids_are_short_and_the_same_in_every_case_and_url() {
    assertThat(Stream.generate(Ids::next).limit(MANY)).allMatch(id -> id.matches("[0-9a-z]{21}"));
  }

  @Test
  void later_ids_sort_behind_earlier_ones_also_within_a_millisecond() {
    List<String> ids = Stream.generate(Ids::next).limit(MANY).toList();

    assertThat(ids).isSorted().doesNotHaveDuplicates();
    assertThat(ids).isSortedAccordingTo(Collator.getInstance(Locale.US));
  }

  @Test
  void ids_of_several_threads_differ() {
    assertThat(IntStream.range(0, MANY).parallel().mapToObj(any -> Ids.next()).toList())
        .doesNotHaveDuplicates();
  }

  /** Version 7, which earlier versions of the engine have given, of any time to come. */
  @Test
  void ids_sort_behind_earlier_uuids() {
    assertThat(Ids.next()).isGreaterThan("01ffffff-ffff-7fff-bfff-ffffffffffff");
  }
}
