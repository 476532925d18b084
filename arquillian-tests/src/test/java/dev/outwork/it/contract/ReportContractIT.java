package dev.outwork.it.contract;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The contract of docs/rest-api.md, "External tasks", "Expired locks" and "Suspension": what
 * workers and administrators do with one task.
 */
class ReportContractIT extends TaskContract {
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                                          | body
          POST /external-task/<held>/complete                | {"workerId": "holder"}
          POST /external-task/<held>/complete/               | {"workerId": "holder", "variables": null, "localVariables": {}, "unknown": 1}
          POST /engine/default/external-task/<held>/complete | {"workerId": "holder", "variables": {"a": {"value": 1}}, "localVariables": {"b": {"value": "x", "type": "string"}}}
          POST /external-task/<held>/failure                 | {"workerId": "holder"}
          POST /external-task/<held>/failure                 | {"workerId": "holder", "errorMessage": null, "errorDetails": null, "retries": "2", "retryTimeout": 2.7, "variables": {"a": {"value": null}}}
          POST /engine/default/external-task/<held>/failure  | {"workerId": "holder", "retries": null, "retryTimeout": null}
          POST /external-task/<held>/bpmnError               | {"workerId": "holder", "errorCode": "nobody-catches"}
          POST /external-task/<held>/bpmnError               | {"workerId": "holder", "errorCode": "e", "errorMessage": "", "variables": {"a": {"value": 1}}}
          POST /engine/default/external-task/<held>/bpmnError | {"workerId": "holder", "errorCode": "e", "errorMessage": null}
          POST /external-task/<open>/lock                    | {"workerId": "new", "lockDuration": 1000}
          POST /external-task/<held>/lock                    | {"workerId": "holder", "lockDuration": "1000"}
          POST /external-task/<expired>/lock                 | {"workerId": "new", "lockDuration": 1000}
          POST /external-task/<exhausted>/lock               | {"workerId": "new", "lockDuration": 1000}
          POST /external-task/<suspended>/lock               | {"workerId": "holder", "lockDuration": 1000}
          POST /external-task/<held>/extendLock              | {"workerId": "holder", "newDuration": 1}
          POST /engine/default/external-task/<held>/extendLock | {"workerId": "holder", "newDuration": 60000}
          POST /external-task/<open>/unlock                  |
          POST /external-task/<held>/unlock                  | null
          POST /external-task/<held>/unlock/                 | {"id": "<held>", "workerId": "somebody else"}
          POST /external-task/<suspended>/unlock             | {}
          PUT /external-task/<open>/retries                  | {"retries": 5}
          PUT /external-task/<open>/retries                  | {"retries": "0"}
          PUT /external-task/<exhausted>/retries             | {"retries": 1}
          PUT /external-task/<suspended>/retries             | {"retries": 1}
          PUT /external-task/<held>/priority                 | {"priority": -9223372036854775808}
          PUT /external-task/<suspended>/priority            | {"priority": "5"}
          PUT /external-task/retries                         | {"retries": 3, "externalTaskIds": ["<open>", "<held>", "<open>"]}
          PUT /external-task/retries                         | {"retries": 3, "processInstanceIds": ["<instance>"]}
          PUT /external-task/retries                         | {"retries": 3, "externalTaskQuery": {"processInstanceId": "<instance>"}}
          PUT /external-task/retries                         | {"retries": 3, "processInstanceQuery": {"processInstanceIds": ["<instance>"]}}
          PUT /engine/default/external-task/retries          | {"retries": 3, "historicProcessInstanceQuery": {"processInstanceId": "<instance>"}}
          # a lock that has run out still names its worker
          POST /external-task/<expired>/complete             | {"workerId": "holder"}
          POST /external-task/<expired>/failure              | {"workerId": "holder", "retries": 1}
          POST /external-task/<expired>/bpmnError            | {"workerId": "holder", "errorCode": "e"}
          POST /external-task/<expired>/lock                 | {"workerId": "holder", "lockDuration": 1000}
          POST /external-task/<exhausted>/complete           | {"workerId": "holder"}
          """)
  void is_done(String request, String body) {
    changesTheInstances();
    answers(request, body, 204, null);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                               | body | status | type | code | message
          POST /external-task/<unknown>/complete  | {"workerId": "w"}                        | 404 | RestException | 0 | External task with id no-such-thing does not exist
          POST /external-task/<unknown>/failure   | {"workerId": "w"}                        | 404 | RestException | 0 | External task with id no-such-thing does not exist
          POST /external-task/<unknown>/bpmnError | {"workerId": "w", "errorCode": "e"}      | 404 | RestException | 0 | External task with id no-such-thing does not exist
          POST /external-task/<unknown>/lock      | {"workerId": "w", "lockDuration": 1}     | 404 | RestException | 0 | External task with id no-such-thing does not exist
          POST /external-task/<unknown>/extendLock | {"workerId": "w", "newDuration": 1}     | 404 | RestException | 0 | External task with id no-such-thing does not exist
          POST /external-task/<unknown>/unlock    |                                          | 404 | RestException | 0 | External task with id no-such-thing does not exist
          PUT /external-task/<unknown>/retries    | {"retries": 1}                           | 404 | RestException | 0 | External task with id no-such-thing does not exist
          PUT /external-task/<unknown>/priority   | {"priority": 1}                          | 404 | RestException | 0 | External task with id no-such-thing does not exist
          GET /external-task/<unknown>/errorDetails |                                        | 404 | RestException | 0 | External task with id no-such-thing does not exist
          # somebody else's, or nobody's
          POST /external-task/<held>/complete     | {"workerId": "w"}                        | 400 | RestException | 0 | <held> cannot be completed by worker 'w'. It is locked by worker 'holder'
          POST /external-task/<open>/complete     | {"workerId": "w"}                        | 400 | RestException | 0 | <open> cannot be completed by worker 'w'. It is locked by worker 'null'
          POST /external-task/<held>/failure      | {"workerId": "w"}                        | 400 | RestException | 0 | <held> cannot be reported by worker 'w'. It is locked by worker 'holder'
          POST /external-task/<open>/failure      | {"workerId": "w"}                        | 400 | RestException | 0 | It is locked by worker 'null'
          POST /external-task/<held>/bpmnError    | {"workerId": "w", "errorCode": "e"}      | 400 | RestException | 0 | <held> cannot be reported by worker 'w'. It is locked by worker 'holder'
          POST /external-task/<held>/lock         | {"workerId": "w", "lockDuration": 1}     | 400 | RestException | 0 | It is locked by worker 'holder'
          POST /external-task/<held>/extendLock   | {"workerId": "w", "newDuration": 1}      | 400 | RestException | 0 | cannot be extended by worker 'w'. It is locked by worker 'holder'.
          POST /external-task/<open>/extendLock   | {"workerId": "w", "newDuration": 1}      | 400 | RestException | 0 | It is locked by worker 'null'
          POST /external-task/<expired>/extendLock | {"workerId": "holder", "newDuration": 1} | 400 | RestException | 0 | Cannot extend a lock that expired
          # of a suspended instance
          POST /external-task/<suspended>/complete | {"workerId": "holder"}                  | 400 | RestException | 0 | ENGINE-03043 ExternalTask with id '<suspended>' is suspended.
          POST /external-task/<suspended>/failure | {"workerId": "holder"}                   | 400 | RestException | 0 | ENGINE-03043 ExternalTask with id '<suspended>' is suspended.
          POST /external-task/<suspended>/bpmnError | {"workerId": "holder", "errorCode": "e"} | 400 | RestException | 0 | ENGINE-03043 ExternalTask with id '<suspended>' is suspended.
          POST /external-task/<suspended>/extendLock | {"workerId": "holder", "newDuration": 1} | 400 | RestException | 0 | ENGINE-03043 ExternalTask with id '<suspended>' is suspended.
          # what is missing
          POST /external-task/<held>/complete     |                                          | 415 | NotSupportedException | | HTTP 415 Unsupported Media Type: path
          POST /external-task/<held>/complete     | {}                                       | 500 | NullValueException | 0 | workerId is null
          POST /external-task/<held>/complete     | null                                     | 500 | NullValueException | 0 | workerId is null
          POST /external-task/<held>/failure      | {}                                       | 500 | NullValueException | 0 | workerId is null
          POST /external-task/<held>/bpmnError    | {"errorCode": "e"}                       | 500 | NullValueException | 0 | workerId is null
          POST /external-task/<held>/bpmnError    | {"workerId": "holder"}                   | 500 | NullValueException | 0 | errorCode is null
          POST /external-task/<held>/bpmnError    | {"workerId": "holder", "errorCode": ""}  | 500 | ProcessEngineException | 0 | Error Code is empty
          POST /external-task/<held>/lock         | {"lockDuration": 1}                      | 500 | NullValueException | 0 | workerId is null
          POST /external-task/<held>/extendLock   | {"newDuration": 1}                       | 500 | NullValueException | 0 | workerId is null
          PUT /external-task/<held>/priority      | {}                                       | 500 | NullValueException | 0 | priority is null
          PUT /external-task/<held>/priority      | {"priority": null}                       | 500 | NullValueException | 0 | priority is null
          PUT /external-task/<held>/retries       | {}                                       | 400 | InvalidRequestException | | The number of retries cannot be null.
          # what is out of range
          POST /external-task/<unknown>/lock      | {"workerId": "w", "lockDuration": 0}     | 400 | RestException | 0 | lockDuration is not greater than 0
          POST /external-task/<unknown>/lock      | {"workerId": "w"}                        | 400 | RestException | 0 | lockDuration is not greater than 0
          POST /external-task/<unknown>/extendLock | {"workerId": "w", "newDuration": -1}    | 400 | RestException | 0 | is not greater than 0
          POST /external-task/<held>/failure      | {"workerId": "holder", "retries": -1}    | 500 | ProcessEngineException | 0 | retries is not greater than or equal to 0
          POST /external-task/<held>/failure      | {"workerId": "holder", "retryTimeout": -1} | 500 | ProcessEngineException | 0 | retryDuration is not greater than or equal to 0
          PUT /external-task/<held>/retries       | {"retries": -1}                          | 400 | BadUserRequestException | 0 | The number of retries cannot be negative: retries is not greater than or equal to 0
          PUT /external-task/<held>/retries       | {"retries": 3000000000}                  | 400 | InvalidRequestException | | 'retries'
          PUT /external-task/<held>/priority      | {"priority": "high"}                     | 400 | InvalidRequestException | | 'priority'
          # bodies that are something else
          POST /external-task/<held>/complete     | {"workerId": "holder"                    | 400 | InvalidRequestException | | line 1
          POST /external-task/<held>/complete     | ["holder"]                               | 400 | InvalidRequestException | |
          POST /external-task/<held>/complete     | {"workerId": "holder", "variables": {"a": 1}} | 400 | InvalidRequestException | | variables.a
          POST /external-task/<held>/complete     | {"workerId": "holder", "variables": {"a": null}} | 400 | InvalidRequestException | | Variable 'a' is null
          POST /external-task/<held>/complete     | {"workerId": "holder", "variables": {"a": {"value": "x", "type": "Integer"}}} | 400 | InvalidRequestException | | Cannot convert value
          POST /external-task/<held>/complete     | {"workerId": "holder", "variables": {"a": {"value": "x", "type": "Text"}}} | 400 | RestException | | Unsupported value type 'Text'
          POST /external-task/<held>/failure      | {"workerId": "holder", "localVariables": {"a": {"value": "x", "type": "Date"}}} | 400 | InvalidRequestException | | Cannot convert value
          POST /external-task/<held>/failure      | {"workerId": "holder", "retries": "many"} | 400 | InvalidRequestException | | 'retries'
          # many at a time
          PUT /external-task/retries              | {"externalTaskIds": ["<open>"]}          | 400 | InvalidRequestException | | The number of retries cannot be null.
          PUT /external-task/retries              | {"retries": -1, "externalTaskIds": ["<open>"]} | 400 | InvalidRequestException | | The number of retries cannot be negative: retries is not greater than or equal to 0
          PUT /external-task/retries              | {"retries": 1}                           | 400 | InvalidRequestException | | externalTaskIds is empty
          PUT /external-task/retries              | {"retries": 1, "externalTaskIds": []}    | 400 | InvalidRequestException | | externalTaskIds is empty
          PUT /external-task/retries              | {"retries": 1, "externalTaskIds": ["<open>", null]} | 400 | InvalidRequestException | | External task id cannot be null: externalTaskIds contains null value
          PUT /external-task/retries              | {"retries": 1, "externalTaskIds": "<open>"} | 400 | InvalidRequestException | | 'externalTaskIds'
          PUT /external-task/retries              | {"retries": 1, "externalTaskIds": ["<open>", "<unknown>"]} | 404 | InvalidRequestException | | Cannot find external task with id no-such-thing: externalTask is null
          """)
  void refuses_with(
      String request, String body, int status, String type, Integer code, String message) {
    refuses(request, body, status, type, code, message);
  }

  /** What was refused has changed nothing. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                              | body                                                          | status | then GET                  | has
          POST /external-task/<held>/failure     | {"workerId": "holder", "retries": -1}                         | 500 | /external-task/<held>      | "retries":null
          POST /external-task/<held>/complete    | {"workerId": "other"}                                         | 400 | /external-task/<held>      | "workerId":"holder"
          PUT /external-task/retries             | {"retries": 9, "externalTaskIds": ["<open>", "<unknown>"]}    | 404 | /external-task/<open>      | "retries":null
          POST /external-task/<held>/failure     | {"workerId": "holder", "errorMessage": "m", "retries": 2}     | 204 | /external-task/<held>      | "retries":2,"errorMessage":"m"
          POST /external-task/<held>/unlock      |                                                               | 204 | /external-task/<held>      | "workerId":null,"lockExpirationTime":null
          PUT /external-task/<held>/retries      | {"retries": 0}                                                | 204 | /incident?configuration=<held>      | "incidentType":"failedExternalTask"
          PUT /external-task/<exhausted>/retries | {"retries": 1}                                                | 204 | /incident/count?configuration=<exhausted> | {"count":0}
          PUT /external-task/<held>/priority     | {"priority": -5}                                              | 204 | /external-task/<held>      | "priority":-5
          """)
  void leaves(String request, String body, int status, String then, String has) {
    changesTheInstances();
    answers(request, body, status, null);

    answers("GET " + then, null, 200, has);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # request                                              | status | the answer is
          GET /external-task/<exhausted>/errorDetails            | 200    | long story
          GET /engine/default/external-task/<exhausted>/errorDetails | 200 | long story
          GET /external-task/<open>/errorDetails                 | 204    |
          """)
  void tells_details_as_text(String request, int status, String expected) {
    assertText(request, status, expected);
  }

  /** What comes after the task has no way out: everything stays as it was. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                            | body                                                                    | status | type                   | code | message
          POST /external-task/<open>/complete  | {"workerId": "w", "variables": {"city": {"value": "Linz"}}}             | 500    | ProcessEngineException | 0    | 'choice'
          """)
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
