package dev.outwork.it.contract;

import static org.hamcrest.Matchers.isA;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract of docs/rest-api.md, "Service" and "Conventions": what every path has in common,
 * too.
 */
class ServiceContractIT extends Contract {
  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/contract/service/answers-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void answers_with(String request, String body, int status, String expected) {
    answers(request, body, status, expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/contract/service/refuses-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void refuses_with(
      String request, String body, int status, String type, Integer code, String message) {
    refuses(request, body, status, type, code, message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/hal+json",
        "application/hal+json;q=0.9",
        "application/hal+json, application/json",
        "application/json, text/html"
      })
  void a_client_that_accepts_any_json_gets_json(String accepted) {
    rest()
        .request()
        .header("Accept", accepted)
        .get("/task")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("$", isA(List.class));
  }

  @Test
  void a_client_that_accepts_no_json_gets_406() {
    rest().request().header("Accept", "text/csv").get("/task").then().statusCode(406);
  }
}
