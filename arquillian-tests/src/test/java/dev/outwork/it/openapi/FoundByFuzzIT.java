package dev.outwork.it.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.it.server.OnServer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults found by random requests, as regression tests. */
class FoundByFuzzIT extends OnServer {
  @ParameterizedTest
  @CsvSource({
    "POST, /process-instance/count, 200",
    "POST, /external-task, 200",
    "POST, /external-task/no-such-task/complete, 500",
    "POST, /deployment/create, 400"
  })
  void a_request_without_a_body_and_a_media_type_is_read_as_an_empty_object(
      String method, String path, int status) {
    Answer answer = client().send(new Sent(method, path, null, null));

    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).doesNotContain("the server's log has the reason");
  }

  @Test
  void a_form_of_any_media_type_is_refused_in_the_format_of_the_rest_api() {
    byte[] body = "--x\r\n\r\n--x--".getBytes(StandardCharsets.UTF_8);

    Answer answer = client().send(new Sent("POST", "/deployment/create", "*/*", body));

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.body()).contains("InvalidRequestException");
  }

  @Test
  void a_media_type_that_nobody_can_read_is_refused_in_the_format_of_the_rest_api() {
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);

    Answer answer = client().send(new Sent("POST", "/external-task", "nonsense", body));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.isJson()).as(answer.mediaType()).isTrue();
    assertThat(answer.body()).contains("\"type\":", "\"message\":", "'/engine-rest/external-task'");
  }

  @Test
  void the_answer_to_what_the_server_refuses_is_no_path_of_its_own() {
    Answer answer = client().get("/refused-by-the-server");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("NotFoundException");
  }

  private Client client() {
    return new Client(rest().root());
  }
}
