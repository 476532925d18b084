package dev.outwork.it.contract;

import static org.hamcrest.Matchers.isA;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract of docs/rest-api.md, "Service" and "Conventions": what every path has in common,
 * too.
 */
class ServiceContractIT extends Contract {
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                                  | body | status | the answer has
          GET /engine                                |      | 200    | [{"name":"default"}]
          GET /version                               |      | 200    | {"version":"7.24.0"}
          GET /health                                |      | 200    | {"database":"UP","hints":"NOT_NEEDED"}
          GET /engine/default/external-task/count    |      | 200    | {"count":
          GET /external-task/?firstResult=0          |      | 200    | [
          POST /external-task/?maxResults=15         | {}   | 200    | [
          POST /external-task/count                  | null | 200    | {"count":
          """)
  void answers_with(String request, String body, int status, String expected) {
    answers(request, body, status, expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                          | body        | status | type                    | code | message
          GET /no-such-path                  |             | 404    | NotFoundException       |      | '/engine-rest/no-such-path' does not exist
          DELETE /external-task              |             | 405    | NotAllowedException     |      | HTTP 405 Method Not Allowed: DELETE
          GET /engine/other/external-task    |             | 400    | InvalidRequestException |      | No process engine 'other' available
          POST /external-task/fetchAndLock   | {"workerId" | 400    | InvalidRequestException |      |
          POST /external-task/fetchAndLock   | []          | 400    | InvalidRequestException |      |
          GET /external-task?locked=maybe    |             | 400    | InvalidRequestException |      | Cannot set query parameter 'locked' to value 'maybe'
          """)
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
  void who_accepts_json_of_any_kind_gets_json(String accepted) {
    wire()
        .request()
        .header("Accept", accepted)
        .get("/task")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("$", isA(List.class));
  }

  @Test
  void who_accepts_something_else_gets_nothing() {
    wire().request().header("Accept", "text/csv").get("/task").then().statusCode(406);
  }
}
