package dev.outwork.it.contract;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 6.10, and what every path has in common (section 1). */
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
          DELETE /external-task              |             | 405    | NotAllowedException     |      | DELETE is not allowed
          GET /engine/other/external-task    |             | 400    | InvalidRequestException |      | No process engine 'other' available
          POST /external-task/fetchAndLock   | {"workerId" | 400    | InvalidRequestException |      |
          POST /external-task/fetchAndLock   | []          | 400    | InvalidRequestException |      |
          GET /external-task?locked=maybe    |             | 400    | InvalidRequestException |      | Cannot set query parameter 'locked' to value 'maybe'
          """)
  void refuses_with(
      String request, String body, int status, String type, Integer code, String message) {
    refuses(request, body, status, type, code, message);
  }
}
