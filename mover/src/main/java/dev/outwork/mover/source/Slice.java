package dev.outwork.mover.source;

import java.time.Instant;
import java.util.Collections;
import java.util.List;

/**
 * Which instances are meant, by their root: what it calls goes with it.
 *
 * @param definitionKey null for all
 * @param version null for all
 * @param tenantId null for all, empty for those without
 * @param businessKey a pattern of SQL; null for all
 * @param startedBefore by the history of the source; null for all
 * @param ids empty for all
 */
public record Slice(
    String definitionKey,
    Integer version,
    String tenantId,
    String businessKey,
    Instant startedBefore,
    List<String> ids) {
  public static final Slice ALL = new Slice(null, null, null, null, null, List.of());

  public Slice {
    ids = ids.stream().distinct().sorted().toList();
  }

  /** Those of the ids that come after one, in their order. */
  List<String> idsAfter(String id, int most) {
    int at = Collections.binarySearch(ids, id);
    int from = at < 0 ? -at - 1 : at + 1;
    return ids.subList(from, Math.min(ids.size(), from + most));
  }

  public static Slice of(List<String> ids) {
    return new Slice(null, null, null, null, null, ids);
  }
}
