package dev.outwork.rest.job;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outwork.api.ListQuery;
import dev.outwork.api.job.JobFilter;
import dev.outwork.api.job.JobSort;
import dev.outwork.rest.format.JsonFault;
import dev.outwork.rest.format.RestDate;
import dev.outwork.rest.format.RestException;
import java.time.Instant;
import java.util.Optional;

/**
 * Conditions on a date: {@code gt_} or {@code lt_} and the date, or objects with an operator and a
 * value. All must match.
 *
 * @param after the latest lower bound; null for none
 * @param before the earliest upper bound; null for none
 */
record DateConditions(Instant after, Instant before) {
  private static final DateConditions NONE = new DateConditions(null, null);

  /** {@code text} is null if there are no conditions. */
  static DateConditions read(String name, String text) {
    DateConditions conditions = NONE;
    for (String condition : text == null || text.isEmpty() ? new String[0] : text.split(",", -1)) {
      String[] parts = condition.split("_", 2);
      conditions = conditions.and(name, parts[0], parts.length == 2 ? parts[1] : "", condition);
    }
    return conditions;
  }

  static DateConditions read(String name, JsonNode sent) {
    DateConditions conditions = NONE;
    for (JsonNode condition : sent) {
      conditions =
          conditions.and(
              name,
              condition.path("operator").asText(""),
              condition.path("value").asText(""),
              condition.toString());
    }
    return conditions;
  }

  private DateConditions and(String name, String operator, String value, String sent) {
    Optional<Instant> date = RestDate.parse(value);
    if (date.isEmpty() || !operator.equals("gt") && !operator.equals("lt")) {
      throw RestException.invalidRequest(
          "Cannot set query parameter '%s' to value '%s': write a condition as 'gt' or 'lt' and a date such as %s"
              .formatted(name, JsonFault.shorten(sent), RestDate.EXAMPLE));
    }
    Instant then = date.get();
    return operator.equals("gt")
        ? new DateConditions(after == null || then.isAfter(after) ? then : after, before)
        : new DateConditions(after, before == null || then.isBefore(before) ? then : before);
  }

  ListQuery<JobFilter, JobSort> addTo(
      ListQuery<JobFilter, JobSort> query, JobFilter afterFilter, JobFilter beforeFilter) {
    ListQuery<JobFilter, JobSort> more = after == null ? query : query.with(afterFilter, after);
    return before == null ? more : more.with(beforeFilter, before);
  }
}
