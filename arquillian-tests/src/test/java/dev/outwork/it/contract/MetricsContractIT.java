package dev.outwork.it.contract;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

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
