package dev.outwork.engine.right;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rights that consist of many grants. */
public final class ManyGrants {
  private ManyGrants() {}

  /**
   * Rights to fetch and report on the topics {@code parcel.<n>.*} and {@code name.<n>}, half of the
   * grants each.
   */
  public static Rights toFetch(int many) {
    return Rights.of(
        lines("ann", many).stream()
            .flatMap(line -> GrantLine.read(line).grants().stream())
            .toList());
  }

  /** Such grants to a user, as lines of the file. */
  public static List<String> lines(String user, int many) {
    return IntStream.range(many / 2, many)
        .boxed()
        .flatMap(n -> Stream.of("parcel.%d.*".formatted(n), "name.%d".formatted(n - many / 2)))
        .map(topic -> "user %s: fetch, report on topic %s".formatted(user, topic))
        .toList();
  }
}
