package dev.outwork.rest.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.api.job.JobFilter;
import dev.outwork.api.job.JobSort;
import dev.outwork.rest.format.Json;
import dev.outwork.rest.format.RestException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading job queries (docs/rest-api.md, "Jobs"). */
class JobListsTest {
  private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");

  private static MultivaluedHashMap<String, String> parameters(String name, String value) {
    MultivaluedHashMap<String, String> parameters = new MultivaluedHashMap<>();
    parameters.putSingle(name, value);
    return parameters;
  }

  private static ObjectNode body(String json) throws Exception {
    return (ObjectNode) Json.MAPPER.readTree(json);
  }

  @Test
  void conditions_on_dates_are_read_from_a_query_string() {
    var query =
        JobLists.read(
            parameters(
                "dueDates", "gt_2026-03-01T09:00:00.000+0000,lt_2026-03-01T11:00:00.000+0100"));

    assertThat(query.filters())
        .isEqualTo(
            Map.of(JobFilter.DUE_AFTER, NINE, JobFilter.DUE_BEFORE, NINE.plusSeconds(3_600)));
  }

  @Test
  void conditions_on_dates_are_read_from_a_body() throws Exception {
    var query =
        JobLists.read(
            body(
                """
                {"createTimes": [{"operator": "lt", "value": "2026-03-01T09:00:00.000+0000"}],
                 "jobIds": ["a", "b"], "timers": true,
                 "sorting": [{"sortBy": "jobDueDate", "sortOrder": "desc"}]}
                """));

    assertThat(query.filters())
        .isEqualTo(
            Map.of(
                JobFilter.CREATED_BEFORE,
                NINE,
                JobFilter.JOB_IDS,
                List.of("a", "b"),
                JobFilter.TIMERS,
                true));
    assertThat(query.sorting().get(0).key()).isEqualTo(JobSort.DUE_DATE);
  }

  @Test
  void all_conditions_must_hold() {
    var query =
        JobLists.read(
            parameters(
                "createTimes",
                "gt_2026-03-01T09:00:00.000+0000,gt_2026-03-01T08:00:00.000+0000,"
                    + "lt_2026-03-01T12:00:00.000+0000,lt_2026-03-01T10:00:00.000+0000"));

    assertThat(query.filters())
        .isEqualTo(
            Map.of(
                JobFilter.CREATED_AFTER, NINE, JobFilter.CREATED_BEFORE, NINE.plusSeconds(3_600)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"eq_2026-03-01T09:00:00.000+0000", "gt", "gt_tomorrow", "gt_"})
  void an_invalid_date_condition_is_400(String text) {
    assertThatExceptionOfType(RestException.class)
        .isThrownBy(() -> JobLists.read(parameters("dueDates", text)))
        .withMessageContaining("'dueDates'")
        .withMessageContaining("'%s'", text)
        .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(400));
  }

  @Test
  void a_body_with_no_condition_on_a_date_where_there_should_be_one_is_400() throws Exception {
    ObjectNode body = body("{\"dueDates\": [{\"operator\": \"gt\"}]}");

    assertThatExceptionOfType(RestException.class)
        .isThrownBy(() -> JobLists.read(body))
        .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(400));
  }
}
