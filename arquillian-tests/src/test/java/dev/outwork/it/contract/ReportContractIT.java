package dev.outwork.it.contract;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The contract of docs/rest-api.md, "External tasks", "Expired locks" and "Suspension": what
 * workers and administrators do with one task.
 */
class ReportContractIT extends TaskContract {
  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(resources = "/contract/report/is-done.csv", delimiter = '|', quoteCharacter = '`')
  void is_done(String request, String body) {
    changesTheInstances();
    answers(request, body, 204, null);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/contract/report/refuses-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void refuses_with(
      String request, String body, int status, String type, Integer code, String message) {
    refuses(request, body, status, type, code, message);
  }

  /** A refused request has changed nothing. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(resources = "/contract/report/leaves.csv", delimiter = '|', quoteCharacter = '`')
  void leaves(String request, String body, int status, String then, String has) {
    changesTheInstances();
    answers(request, body, status, null);

    answers("GET " + then, null, 200, has);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/contract/report/tells-details-as-text.csv",
      delimiter = '|',
      quoteCharacter = '\'')
  void tells_details_as_text(String request, int status, String expected) {
    assertText(request, status, expected);
  }

  /** The continuation after the task fails: everything stays as it was. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/contract/report/fails-further-on-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void fails_further_on_with(
      String request, String body, int status, String type, Integer code, String message) {
    changesTheInstances();
    answers(
        "POST /external-task/<open>/lock",
        "{\"workerId\": \"w\", \"lockDuration\": 60000}",
        204,
        null);

    refuses(request, body, status, type, code, message);

    answers("GET /external-task/<open>", null, 200, "\"workerId\":\"w\"");
    answers("GET /process-instance/<instance>/variables/city", null, 200, "\"value\":\"Graz\"");
  }
}
