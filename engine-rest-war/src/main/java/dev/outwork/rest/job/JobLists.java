package dev.outwork.rest.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.api.ListQuery;
import dev.outwork.api.job.JobFilter;
import dev.outwork.api.job.JobSort;
import dev.outwork.rest.query.ListQueryReader;
import dev.outwork.rest.query.ListVocabulary;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Set;

/** The vocabulary of the list of jobs (docs/rest-api.md, "Jobs"). */
final class JobLists {
  static final String DUE_DATES = "dueDates";
  static final String CREATE_TIMES = "createTimes";

  private static final ListQueryReader<JobFilter, JobSort> READER =
      new ListQueryReader<>(new ListVocabulary<>(JobFilter.class, JobSort.class, Set.of()));

  private JobLists() {}

  static ListQuery<JobFilter, JobSort> read(MultivaluedMap<String, String> parameters) {
    return with(
        READER.read(parameters),
        DateConditions.read(DUE_DATES, parameters.getFirst(DUE_DATES)),
        DateConditions.read(CREATE_TIMES, parameters.getFirst(CREATE_TIMES)));
  }

  static ListQuery<JobFilter, JobSort> read(
      ObjectNode body, MultivaluedMap<String, String> parameters) {
    return with(READER.read(body, parameters), body);
  }

  static ListQuery<JobFilter, JobSort> read(ObjectNode body) {
    return with(READER.read(body), body);
  }

  private static ListQuery<JobFilter, JobSort> with(
      ListQuery<JobFilter, JobSort> query, JsonNode body) {
    return with(
        query,
        DateConditions.read(DUE_DATES, body.path(DUE_DATES)),
        DateConditions.read(CREATE_TIMES, body.path(CREATE_TIMES)));
  }

  private static ListQuery<JobFilter, JobSort> with(
      ListQuery<JobFilter, JobSort> query, DateConditions due, DateConditions created) {
    return created.addTo(
        due.addTo(query, JobFilter.DUE_AFTER, JobFilter.DUE_BEFORE),
        JobFilter.CREATED_AFTER,
        JobFilter.CREATED_BEFORE);
  }
}
