package dev.outwork.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.client.exception.ValueMapperException;
import org.camunda.bpm.client.task.ExternalTask;
import org.camunda.bpm.client.variable.ClientValues;
import org.camunda.bpm.client.variable.value.JsonValue;
import org.camunda.bpm.client.variable.value.XmlValue;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.junit.jupiter.api.Test;

/** Values of every type, sent with one task and received with the next. */
class JavaClientVariablesIT extends JavaClient {
  private static final Date DATE = new Date(1_750_000_000_123L);
  private static final byte[] CONTENT = "Grüße".getBytes(StandardCharsets.UTF_8);

  @Test
  void plain_values_come_back_as_they_were_sent() throws Exception {
    Map<String, Object> sent = new HashMap<>();
    sent.put("string", "text");
    sent.put("integer", 5);
    sent.put("long", 5_000_000_000L);
    sent.put("double", 2.5);
    sent.put("boolean", true);
    sent.put("short", (short) 7);
    sent.put("date", DATE);
    sent.put("nothing", null);

    ExternalTask task = sendAndTakeNext(sent).task();

    assertThat(task.getAllVariables()).containsAllEntriesOf(sent);
    assertThat(task.<byte[]>getVariable("missing")).isNull();
  }

  @Test
  void bytes_come_back() throws Exception {
    ExternalTask task = sendAndTakeNext(Map.of("bytes", CONTENT)).task();

    assertThat(task.<byte[]>getVariable("bytes")).isEqualTo(CONTENT);
  }

  @Test
  void documents_come_back_as_text() throws Exception {
    ExternalTask task =
        sendAndTakeNext(
                Map.of(
                    "json", ClientValues.jsonValue("{\"a\": [1, 2.50]}"),
                    "xml", ClientValues.xmlValue("<a><b/></a>")))
            .task();

    assertThat(task.<JsonValue>getVariableTyped("json").getValue()).isEqualTo("{\"a\": [1, 2.50]}");
    assertThat(task.<XmlValue>getVariableTyped("xml").getValue()).isEqualTo("<a><b/></a>");
  }

  @Test
  void objects_come_back_as_the_text_that_their_sender_made_of_them() throws Exception {
    ExternalTask task =
        sendAndTakeNext(
                Map.of(
                    "map", Map.of("a", 1),
                    "list",
                        ClientValues.objectValue(List.of("x", "y"))
                            .serializationDataFormat("application/json")
                            .create()))
            .task();

    ObjectValue map = task.getVariableTyped("map", false);
    assertThat(map.getValueSerialized()).isEqualTo("{\"a\":1}");
    assertThat(map.getSerializationDataFormat()).isEqualTo("application/json");
    ObjectValue list = task.getVariableTyped("list", false);
    assertThat(list.getValueSerialized()).isEqualTo("[\"x\",\"y\"]");
  }

  @Test
  void a_file_is_loaded_when_it_is_asked_for() throws Exception {
    Taken next =
        sendAndTakeNext(
            Map.of(
                "file",
                ClientValues.fileValue("greeting.txt")
                    .file(CONTENT)
                    .mimeType("text/plain")
                    .encoding("UTF-8")
                    .create()));

    FileValue file = next.task().getVariableTyped("file");
    assertThat(proxy().sentTo("/file/data")).isEmpty();
    assertThat(file.getFilename()).isEqualTo("greeting.txt");
    assertThat(file.getMimeType()).isEqualTo("text/plain");
    assertThat(file.getEncoding()).isEqualTo("UTF-8");
    try (InputStream content = file.getValue()) {
      assertThat(content.readAllBytes()).isEqualTo(CONTENT);
    }
    assertThat(proxy().sentTo("/file/data"))
        .extracting(RecordingProxy.Request::path)
        .allMatch(path -> path.contains("/process-instance/" + next.task().getExecutionId()));
  }

  @Test
  void a_file_that_was_not_loaded_cannot_be_sent_on() throws Exception {
    Taken next =
        sendAndTakeNext(Map.of("file", ClientValues.fileValue("a.txt").file(CONTENT).create()));
    FileValue unloaded = next.task().getVariableTyped("file");

    assertThatThrownBy(() -> next.service().complete(next.task(), Map.of("copy", unloaded)))
        .isInstanceOf(ValueMapperException.class);
  }

  @Test
  void transient_values_are_not_kept() throws Exception {
    ExternalTask task =
        sendAndTakeNext(
                Map.of(
                    "kept", ClientValues.stringValue("a"),
                    "passing", ClientValues.stringValue("b", true)))
            .task();

    assertThat(task.getAllVariables()).containsKey("kept").doesNotContainKey("passing");
  }

  private Taken sendAndTakeNext(Map<String, Object> variables) throws Exception {
    Taken taken = startAndTake(UnaryOperator.identity());
    taken.service().complete(taken.task(), variables);
    return take();
  }
}
