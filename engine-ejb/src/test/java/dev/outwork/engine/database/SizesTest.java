package dev.outwork.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SizesTest {
  @Test
  void a_list_is_cut_into_portions_of_few_sizes_in_its_order() {
    List<Integer> all = IntStream.range(0, 141).boxed().toList();

    List<List<Integer>> portions = Sizes.portions(all);

    assertThat(portions).extracting(List::size).containsExactly(64, 64, 12, 1);
    assertThat(portions).flatMap(portion -> portion).isEqualTo(all);
    assertThat(Sizes.portions(List.of())).isEmpty();
  }

  @Test
  void ids_are_filled_up_to_one_of_them() {
    assertThat(Sizes.filled(List.of("a"))).containsExactly("a");
    assertThat(Sizes.filled(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i")))
        .containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i", "a");
    assertThat(Sizes.filled(Collections.nCopies(33, "a"))).hasSize(64);
    assertThat(Sizes.filled(Collections.nCopies(65, "a"))).hasSize(65);
  }
}
