package dev.outwork.it.contract;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The contract of docs/rest-api.md, "Metrics". Every row finds an instance that was started just
 * now.
 */
class MetricsContractIT extends Contract {
  @BeforeEach
  void startAnInstance() {
    wire().deployVideo();
    wire().startVideo("cats");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                                                                              | status | the answer has
          GET /metrics/flow-node-instances/sum                                                   | 200    | {"result":
          GET /metrics/process-instances/sum?startDate=2099-01-01T00:00:00.000%2B0000            | 200    | {"result":0}
          GET /metrics/root-process-instance-start/sum?endDate=2020-01-01T00:00:00.000%2B0000    | 200    | {"result":0}
          GET /metrics/job-successful/sum                                                        | 200    | {"result":0}
          GET /metrics/no-such-metric/sum                                                        | 200    | {"result":0}
          GET /metrics                                                                           | 200    | "name":"process-instances","reporter":null,"value":
          GET /metrics?name=activity-instance-start&interval=60&firstResult=0&maxResults=1       | 200    | "name":"activity-instance-start","reporter":null,"value":
          GET /metrics?name=activity-instance-start&startDate=2099-01-01T00:00:00.000%2B0000     | 200    | []
          GET /metrics?name=job-failed                                                           | 200    | []
          GET /metrics?reporter=a-node                                                           | 200    | []
          GET /metrics?name=flow-node-instances&aggregateByReporter=true                         | 200    | "name":"flow-node-instances","reporter":null,"value":
          """)
  void answers_with(String request, int status, String expected) {
    answers(request, null, status, expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                                              | status | type                    | code | message
          GET /metrics?interval=0                                | 400    | BadUserRequestException | 0    | Cannot count in intervals of 0 seconds
          GET /metrics?maxResults=201                            | 400    | BadUserRequestException | 0    | can't be set larger than 200
          GET /metrics?interval=often                            | 400    | InvalidRequestException |      | Cannot set query parameter 'interval' to value 'often'
          GET /metrics/flow-node-instances/sum?startDate=today   | 400    | InvalidRequestException |      | Cannot set query parameter 'startDate' to value 'today'
          """)
  void refuses_with(String request, int status, String type, Integer code, String message) {
    refuses(request, null, status, type, code, message);
  }
}
