package dev.outwork.it.contract;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The contract of docs/rest-api.md, "Metrics". Every row finds an instance that was started just
 * now.
 */
class MetricsContractIT extends Contract {
  @BeforeEach
  void startAnInstance() {
    rest().deployVideo();
    rest().startVideo("cats");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/metrics | application/openmetrics-text;version=1.0.0;q=0.5,text/plain;q=0.3,*/*;q=0.1",
        "/engine/default/metrics | text/plain",
        "/metrics/prometheus | */*"
      })
  void who_scrapes_gets_the_format_of_prometheus(String path, String accept) {
    rest()
        .request()
        .accept(accept)
        .get(path)
        .then()
        .statusCode(200)
        .contentType(startsWith("text/plain"))
        .body(containsString("outwork_database_up 1.0\n"))
        .body(containsString("outwork_tasks_created_total{topic=\"transcodeVideo\"}"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/contract/metrics/answers-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void answers_with(String request, int status, String expected) {
    answers(request, null, status, expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/contract/metrics/refuses-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void refuses_with(String request, int status, String type, Integer code, String message) {
    refuses(request, null, status, type, code, message);
  }
}
