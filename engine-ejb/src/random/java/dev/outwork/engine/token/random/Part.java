package dev.outwork.engine.token.random;

import java.util.List;
import java.util.stream.Collectors;

/** A part of a process, printed when a test fails. */
interface Part {
  String title();

  default List<? extends Part> parts() {
    return List.of();
  }

  /** The part with all its own, one a line. */
  default String outline() {
    return title()
        + "\n"
        + parts().stream().map(part -> part.outline().indent(2)).collect(Collectors.joining());
  }
}
