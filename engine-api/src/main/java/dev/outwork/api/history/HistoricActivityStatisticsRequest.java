package dev.outwork.api.history;

import java.time.Instant;
import java.util.List;

/**
 * What to count for each activity of a definition, and in which process instances.
 *
 * @param startedAfter the instance started then or later; null for any, as the other times
 * @param processInstanceIds null for all
 */
public record HistoricActivityStatisticsRequest(
    boolean canceled,
    boolean finished,
    boolean completeScope,
    boolean incidents,
    Instant startedAfter,
    Instant startedBefore,
    Instant finishedAfter,
    Instant finishedBefore,
    List<String> processInstanceIds) {
  public HistoricActivityStatisticsRequest {
    processInstanceIds = processInstanceIds == null ? null : List.copyOf(processInstanceIds);
  }
}
