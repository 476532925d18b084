package dev.outwork.engine.externaltask;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static java.util.Comparator.reverseOrder;

import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.FetchAndLock.CreateTimeOrder;
import java.util.Comparator;

/**
 * The order in which tasks are handed out (docs/rest-api.md, "Fetch and lock"): by priority if that
 * was asked for, then by age, oldest first unless the newest were asked for. Where no order was
 * asked for at all, topics take turns, so that a busy one does not starve the others.
 */
final class ClaimOrder {
  private ClaimOrder() {}

  /** Within the arms of a topic, by columns of the task. */
  static String withinTopic(FetchAndLock request) {
    return byPriority(request, "t") + byAge(request, "t");
  }

  /** Across topics, by columns of the candidates. */
  static String acrossTopics(FetchAndLock request) {
    boolean unordered = !request.usePriority() && request.createTimeOrder() == null;
    return byPriority(request, "c") + (unordered ? "c.turn, " : "") + byAge(request, "c");
  }

  /** The same for tasks that have been taken. */
  static Comparator<TaskRow> of(FetchAndLock request) {
    Comparator<TaskRow> byAge =
        isDescending(request)
            ? comparing(TaskRow::createdAt, reverseOrder())
                .thenComparing(TaskRow::id, reverseOrder())
            : comparing(TaskRow::createdAt).thenComparing(TaskRow::id);
    return request.usePriority()
        ? comparingLong(TaskRow::priority).reversed().thenComparing(byAge)
        : byAge;
  }

  private static String byPriority(FetchAndLock request, String table) {
    return request.usePriority() ? table + ".priority desc, " : "";
  }

  private static String byAge(FetchAndLock request, String table) {
    return isDescending(request)
        ? "%1$s.created_at desc, %1$s.id desc".formatted(table)
        : "%1$s.created_at, %1$s.id".formatted(table);
  }

  private static boolean isDescending(FetchAndLock request) {
    return request.createTimeOrder() == CreateTimeOrder.DESCENDING;
  }
}
