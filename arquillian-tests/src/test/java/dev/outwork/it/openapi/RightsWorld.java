package dev.outwork.it.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Things to ask for, by names such as {@code $task}. They are made when they are first asked for,
 * and anew after something has been done with them.
 */
final class RightsWorld {
  static final String MISSING = "no-such-thing";

  private static final String BOUNDARY = "----rights";
  private static final String MULTIPART = "multipart/form-data; boundary=" + BOUNDARY;
  private static final Duration LONGEST_RUN = Duration.ofMinutes(1);
  private static final String TENANT = "world-tenant";

  private static final String DECISIONS =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="world" name="World" namespace="http://test">
        <decision id="world-decision" name="Decision">
          <variable id="v" name="answer" typeRef="integer"/>
          <literalExpression id="e"><text>number + 1</text></literalExpression>
        </decision>
        <decision id="world-other" name="Other">
          <variable id="w" name="other" typeRef="integer"/>
          <literalExpression id="f"><text>number + 2</text></literalExpression>
        </decision>
      </definitions>
      """;

  /** One waits for a signal, and one is started by a condition. */
  private static final String EVENTS =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="http://test">
        <signal id="s" name="world-signal"/>
        <process id="world-signal" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="in" sourceRef="start" targetRef="told"/>
          <intermediateCatchEvent id="told"><signalEventDefinition signalRef="s"/></intermediateCatchEvent>
          <sequenceFlow id="out" sourceRef="told" targetRef="end"/>
          <endEvent id="end"/>
        </process>
        <process id="world-when" isExecutable="true">
          <startEvent id="when">
            <conditionalEventDefinition><condition xsi:type="tFormalExpression">${go == 1}</condition></conditionalEventDefinition>
          </startEvent>
          <sequenceFlow id="all" sourceRef="when" targetRef="over"/>
          <endEvent id="over"/>
        </process>
      </definitions>
      """;

  private static final String VICTIM =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="http://test">
        <process id="world-victim" isExecutable="true">
          <startEvent id="start"/>
        </process>
      </definitions>
      """;

  private static final String VARIABLES =
      """
      {"text": {"value": "hello"}, "number": {"value": 5}, "bytes": {"value": "QQ==", "type": "Bytes"}}""";

  private static final Set<String> LASTING =
      Set.of(
          "$key",
          "$formKey",
          "$tenant",
          "$decisionKey",
          "$graphKey",
          "$definition",
          "$formDefinition",
          "$when",
          "$decision",
          "$graph",
          "$deployment",
          "$file",
          "$batch",
          "$evaluation");

  private final Client root;
  private final Map<String, Supplier<String>> makers = new LinkedHashMap<>();
  private final Map<String, String> made = new HashMap<>();

  /**
   * @param root may do everything
   */
  RightsWorld(Client root) {
    this.root = root;
    definitions();
    running();
    history();
    others();
  }

  /** Makes one of everything, so that lists have something. */
  void populate() throws IOException {
    String model = new String(World.model(), StandardCharsets.UTF_8);
    for (String tenant : new String[] {null, TENANT}) {
      deploy(tenant, Map.of("world.bpmn", model, "world.dmn", DECISIONS, "events.bpmn", EVENTS));
    }
    makers.keySet().forEach(this::get);
    // A worker is known by what it asks for.
    post(
        "/external-task/fetchAndLock",
        "{\"workerId\": \"world-worker\", \"maxTasks\": 1, \"topics\": [{\"topicName\": \"world-idle\", \"lockDuration\": 1000}]}");
    // Numbers are read for all who ask within some seconds, and later on a busy machine.
    await()
        .atMost(LONGEST_RUN)
        .until(
            () ->
                root.get("/topic/world-work").isSuccess()
                    && root.get("/worker/world-worker").isSuccess());
  }

  private void definitions() {
    makers.put("$key", () -> "world");
    makers.put("$formKey", () -> "world-quick");
    makers.put("$tenant", () -> TENANT);
    makers.put("$decisionKey", () -> "world-decision");
    makers.put("$graphKey", () -> "world");
    makers.put("$definition", () -> id("/process-definition/key/world"));
    makers.put("$when", () -> id("/process-definition/key/world-when"));
    makers.put("$formDefinition", () -> id("/process-definition/key/world-quick"));
    makers.put("$decision", () -> id("/decision-definition/key/world-decision"));
    makers.put("$graph", () -> id("/decision-requirements-definition/key/world"));
    makers.put("$deployment", () -> text("/process-definition/key/world", "/deploymentId"));
    makers.put("$file", () -> id("/deployment/" + get("$deployment") + "/resources"));
    makers.put("$victimDeployment", () -> deploy(null, Map.of("victim.bpmn", VICTIM)));
    makers.put("$victimOfTenant", () -> deploy(TENANT, Map.of("victim.bpmn", VICTIM)));
    makers.put("$victimKey", () -> get("$victimDeployment").isEmpty() ? "" : "world-victim");
    makers.put("$victimKeyOfTenant", () -> get("$victimOfTenant").isEmpty() ? "" : "world-victim");
    makers.put("$victim", () -> id("/process-definition/key/" + get("$victimKey")));
  }

  private void running() {
    makers.put("$instance", () -> start("world"));
    makers.put("$told", () -> id("/execution?activityId=told" + ofInstance()));
    makers.put(
        "$signalled",
        () -> id("/execution?activityId=told&processInstanceId=" + start("world-signal")));
    makers.put("$task", () -> withVariables(id("/task?" + ofInstance())));
    makers.put("$job", () -> id("/job?" + ofInstance()));
    makers.put("$open", () -> id("/external-task?" + ofInstance()));
    makers.put("$topic", () -> get("$open").isEmpty() ? "" : "world-work");
    makers.put("$locked", this::lock);
    makers.put(
        "$incident",
        () ->
            textOf(
                post(
                    "/execution/" + get("$told") + "/create-incident",
                    "{\"incidentType\": \"lost\"}"),
                "/id"));
    makers.put("$variable", () -> id("/variable-instance?variableName=text" + ofInstances()));
    makers.put("$bytes", () -> id("/variable-instance?variableName=bytes" + ofInstances()));
  }

  private void history() {
    makers.put("$ended", () -> start("world-quick"));
    makers.put("$activity", () -> id("/history/activity-instance?" + ofInstance()));
    makers.put("$line", () -> id("/history/external-task-log?" + ofInstance()));
    makers.put("$evaluation", this::evaluate);
  }

  private void others() {
    makers.put("$batch", this::batch);
    makers.put("$filter", this::filter);
    makers.put(
        "$operation",
        () -> text("/history/user-operation?processDefinitionKey=world", "/operationId"));
    makers.put("$worker", () -> get("$locked").isEmpty() ? "" : "world-worker");
  }

  /** A text in which the names are replaced, each by what it stands for. */
  String filled(String text) {
    String filled = text;
    Map<String, String> names = new HashMap<>();
    makers.keySet().forEach(name -> names.put(name, name));
    for (String name : longestFirst(names)) {
      if (filled.contains(name)) {
        filled = filled.replace(name, get(name));
      }
    }
    return filled;
  }

  // One may be the beginning of another one.
  private static List<String> longestFirst(Map<String, String> texts) {
    return texts.entrySet().stream()
        .sorted(Comparator.comparing(entry -> -entry.getValue().length()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The same with something that does not exist. */
  String missing(String text) {
    return text.replaceAll("\\$[A-Za-z]+", MISSING);
  }

  /** A text without what the names in another one stand for. */
  String anonymous(String text, String names) {
    String anonymous = text;
    for (String name : longestFirst(made)) {
      if (names.contains(name)) {
        anonymous = anonymous.replace(made.get(name), MISSING);
      }
    }
    return anonymous;
  }

  /** Something was done with the things of these names: they are made anew, and instances. */
  void changed(String names) {
    makers.keySet().stream()
        .filter(name -> !LASTING.contains(name) || names.contains(name))
        .forEach(made::remove);
    if (!made.containsKey("$deployment")) {
      made.remove("$file");
    }
  }

  private String get(String name) {
    String known = made.get(name);
    if (known == null) {
      known = makers.get(name).get();
      made.put(name, known);
    }
    return known;
  }

  private String ofInstance() {
    return "&processInstanceId=" + get("$instance");
  }

  private String ofInstances() {
    return "&processInstanceIdIn=" + get("$instance");
  }

  private String start(String key) {
    return textOf(
        post("/process-definition/key/" + key + "/start", "{\"variables\": " + VARIABLES + "}"),
        "/id");
  }

  private String withVariables(String taskId) {
    post("/task/" + taskId + "/localVariables", "{\"modifications\": " + VARIABLES + "}");
    return taskId;
  }

  private String lock() {
    String id = get("$open");
    post(
        "/external-task/" + id + "/lock",
        "{\"workerId\": \"world-worker\", \"lockDuration\": 600000}");
    return id;
  }

  private String evaluate() {
    post(
        "/decision-definition/key/world-decision/evaluate",
        "{\"variables\": {\"number\": {\"value\": 1, \"type\": \"Integer\"}}}");
    return id("/history/decision-instance?decisionDefinitionKey=world-decision");
  }

  private String filter() {
    get("$task");
    return textOf(
        post(
            "/filter/create",
            "{\"name\": \"mine\", \"resourceType\": \"Task\", \"query\": {\"processInstanceId\": \"%s\"}}"
                .formatted(get("$instance"))),
        "/id");
  }

  // It fails, and stays.
  private String batch() {
    String id =
        textOf(
            post(
                "/external-task/retries-async",
                "{\"retries\": 1, \"externalTaskIds\": [\"%s\"]}".formatted(MISSING)),
            "/id");
    await()
        .atMost(LONGEST_RUN)
        .until(() -> !text("/batch/" + id + "/failures/count", "/count").equals("0"));
    return id;
  }

  private String deploy(String tenant, Map<String, String> files) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    part(form, "deployment-name\"", "world");
    if (tenant != null) {
      part(form, "tenant-id\"", tenant);
    }
    files.forEach((name, text) -> part(form, "%s\"; filename=\"%1$s\"".formatted(name), text));
    return textOf(root.send(form("POST", "/deployment/create", form)), "/id");
  }

  /** A form with a file in the part {@code data}. */
  static Sent upload(String method, String path) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    part(form, "data\"; filename=\"victim.bpmn\"", VICTIM);
    return form(method, path, form);
  }

  private static Sent form(String method, String path, ByteArrayOutputStream parts) {
    parts.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return new Sent(method, path, MULTIPART, parts.toByteArray());
  }

  private static void part(ByteArrayOutputStream form, String name, String text) {
    String part =
        "--%s\r\nContent-Disposition: form-data; name=\"%s\r\n\r\n%s\r\n"
            .formatted(BOUNDARY, name, text);
    form.writeBytes(part.getBytes(StandardCharsets.UTF_8));
  }

  private Answer post(String path, String body) {
    Answer answer = root.send(Sent.json("POST", path, body));
    assertThat(answer.isSuccess()).as("%s was answered %s", path, answer).isTrue();
    return answer;
  }

  /** The id of one thing, or of the first one of a list. */
  private String id(String path) {
    return text(path, "/id");
  }

  private String text(String path, String pointer) {
    return textOf(root.get(path), pointer);
  }

  private static String textOf(Answer answer, String pointer) {
    try {
      JsonNode content = new ObjectMapper().readTree(answer.body());
      JsonNode one = content.isArray() ? content.path(0) : content;
      String text = one.at(pointer).asText();
      assertThat(text).as("%s in %s", pointer, answer).isNotEmpty();
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
