package dev.outwork.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract of docs/rest-api.md, "Dates": a date is the same one when it comes back, also by the
 * calendar before 1582.
 */
class DateContractIT extends Contract {
  private static final DateTimeFormatter REST =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx");

  /** start --> ask (user task). */
  private static final String MODEL =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="http://test">
        <process id="%s" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="in" sourceRef="start" targetRef="ask"/>
          <userTask id="ask"/>
        </process>
      </definitions>
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01T00:00:00.000+0000",
        "1066-10-14T09:00:00.000+0100",
        "1582-10-04T23:59:59.999+0000",
        "1582-10-10T00:00:00.000+0000",
        "1582-10-15T00:00:00.000+0000"
      })
  void a_date_comes_back_as_it_was_sent(String sent) {
    Instant date = instant(sent);
    String key = name("key", "dated-" + UUID.randomUUID());
    rest()
        .deploy("dated.bpmn", MODEL.formatted(key).getBytes(StandardCharsets.UTF_8))
        .statusCode(200);
    name("instance", rest().start(key, Map.of("at", Map.of("type", "Date", "value", sent))));
    String task = ask("GET /task?processInstanceId=<instance>", null).path("[0].id");
    name("task", task);

    String variable = "/process-instance/<instance>/variables/at";
    for (int again = 0; again < 2; again++) {
      String answered = ask("GET " + variable, null).path("value");
      assertThat(instant(answered)).isEqualTo(date);
      answers(
          "PUT " + variable, "{\"type\":\"Date\",\"value\":\"%s\"}".formatted(answered), 204, null);
    }
    assertThat(counted("eq", sent)).isEqualTo(1);
    assertThat(counted("lt", sent)).isZero();
    assertThat(counted("gteq", sent)).isEqualTo(1);
    assertThat(
            instant(
                ask("GET /history/variable-instance?processInstanceId=<instance>", null)
                    .path("[0].value")))
        .isEqualTo(date);

    answers(
        "PUT /task/<task>", "{\"due\":\"%s\",\"followUp\":\"%1$s\"}".formatted(sent), 204, null);
    assertThat(instant(ask("GET /task/<task>", null).path("due"))).isEqualTo(date);
    answers(
        "POST /task/count",
        "{\"processInstanceId\":\"<instance>\",\"dueDate\":\"%s\",\"followUpDate\":\"%1$s\"}"
            .formatted(sent),
        200,
        "{\"count\":1}");
  }

  private int counted(String operator, String date) {
    String encoded = URLEncoder.encode(date, StandardCharsets.UTF_8);
    return ask(
            "GET /process-instance/count?processDefinitionKey=<key>&variables=at_%s_%s"
                .formatted(operator, encoded),
            null)
        .path("count");
  }

  private static Instant instant(String restDate) {
    return OffsetDateTime.parse(restDate, REST).toInstant();
  }
}
