package dev.outwork.rest.externaltask;

import java.util.List;

/**
 * The results of many reports, in the order of the request (docs/rest-api.md, "Bulk reports").
 *
 * @param fetchAndLock null if there was no fetch
 */
public record BulkResultDto(List<ReportResultDto> results, FetchResultDto fetchAndLock) {

  /**
   * The answer that the report would have received in a request of its own.
   *
   * @param id null if it was sent without one
   * @param error the body of that answer; null for 204
   */
  public record ReportResultDto(String id, int status, Object error) {}

  /**
   * The answer that the fetch would have received in a request of its own.
   *
   * @param error null for 200
   * @param tasks empty unless the status is 200
   */
  public record FetchResultDto(int status, Object error, List<LockedExternalTaskDto> tasks) {}
}
