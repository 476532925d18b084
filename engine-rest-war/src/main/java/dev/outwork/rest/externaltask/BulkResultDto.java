package dev.outwork.rest.externaltask;

import java.util.List;

/**
 * What became of many reports, in the order of the request (docs/rest-api.md, "Bulk reports").
 *
 * @param fetchAndLock null if nothing was to be fetched
 */
public record BulkResultDto(List<ReportResultDto> results, FetchResultDto fetchAndLock) {

  /**
   * What the same report would have been answered alone.
   *
   * @param id null if it was sent without one
   * @param error the body of that answer, null for 204
   */
  public record ReportResultDto(String id, int status, Object error) {}

  /**
   * What the same fetch would have been answered alone.
   *
   * @param error null for 200
   * @param tasks empty unless the status is 200
   */
  public record FetchResultDto(int status, Object error, List<LockedExternalTaskDto> tasks) {}
}
