package dev.outwork.comparison;

import static dev.outwork.comparison.Comparison.BOTH;
import static dev.outwork.comparison.Filled.attempt;
import static dev.outwork.comparison.Filled.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms: fields, refusals and variables. */
class FormsComparisonTest {
  private static final Filled CAMUNDA = new FilledCamunda(BOTH.camunda().engine());
  private static final Filled OUTWORK = new FilledOutwork(BOTH.outwork().engine());

  // It logs a stack trace for each refusal, and there are hundreds.
  private static final Logger REFUSALS = Logger.getLogger("org.camunda.bpm.engine.context");

  @BeforeAll
  static void silenceRefusals() {
    REFUSALS.setLevel(Level.OFF);
  }

  @AfterAll
  static void tellRefusalsAgain() {
    REFUSALS.setLevel(null);
  }

  private static final List<Object> VALUES =
      List.of(
          "12",
          "12.5",
          "TRUE",
          "maybe",
          "",
          " ",
          "red",
          "24/12/2026",
          "99/99/2026",
          "24/12/2026 at noon",
          "2026-12-24",
          12,
          12L,
          12.5,
          true,
          new Date(1_798_070_400_000L));

  /** start (form) --> check (user, form) --> rest (user) --> end */
  private static String process(String key, String startForm, String taskForm) {
    return Comparison.document(
        """
        <process id="%s" isExecutable="true">
          <startEvent id="start">%s</startEvent>
          <sequenceFlow id="f1" sourceRef="start" targetRef="check"/>
          <userTask id="check">%s</userTask>
          <sequenceFlow id="f2" sourceRef="check" targetRef="rest"/>
          <userTask id="rest"/>
          <sequenceFlow id="f3" sourceRef="rest" targetRef="end"/>
          <endEvent id="end"/>
        </process>
        """
            .formatted(key, formData(startForm), formData(taskForm)));
  }

  private static String formData(String fields) {
    return "<extensionElements><camunda:formData businessKey=\"key\">%s</camunda:formData></extensionElements>"
        .formatted(fields);
  }

  private static String field(String attributes, String constraint) {
    String[] parts = constraint.split("=");
    String validation =
        constraint.isEmpty()
            ? ""
            : "<camunda:validation><camunda:constraint name=\"%s\" %s/></camunda:validation>"
                .formatted(parts[0], parts.length == 1 ? "" : "config=\"%s\"".formatted(parts[1]));
    return "<camunda:formField id=\"a\" %s><camunda:value id=\"red\" name=\"Red\"/>%s</camunda:formField>"
        .formatted(attributes, validation);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "type=\"string\"                                  | ``",
        "type=\"string\" defaultValue=\"d\"               | ``",
        "type=\"string\" defaultValue=\"\"                | required",
        "type=\"string\" defaultValue=\"d\"               | required",
        "type=\"string\"                                  | required",
        "type=\"string\"                                  | required=true",
        "type=\"string\"                                  | readonly",
        "type=\"string\" defaultValue=\"d\"               | readonly",
        "type=\"string\"                                  | minlength=3",
        "type=\"string\"                                  | maxlength=3",
        "type=\"long\"                                    | ``",
        "type=\"long\" defaultValue=\"7\"                 | required",
        "type=\"long\" defaultValue=\"${3 + 4}\"          | ``",
        "type=\"long\"                                    | min=12",
        "type=\"long\"                                    | max=11",
        "type=\"boolean\"                                 | ``",
        "type=\"boolean\" defaultValue=\"true\"           | ``",
        "type=\"boolean\" defaultValue=\"${1 == 2}\"      | required",
        "type=\"boolean\" defaultValue=\"x\"              | ``",
        "type=\"date\"                                    | ``",
        "type=\"date\" defaultValue=\"24/12/2026\"        | ``",
        "type=\"date\" datePattern=\"yyyy-MM-dd\"         | required",
        "type=\"enum\"                                    | ``",
        "type=\"enum\" defaultValue=\"red\"               | required",
      })
  void a_field_takes(String attributes, String constraint) {
    String key = "field" + Integer.toHexString((attributes + constraint).hashCode());
    String field = field(attributes, constraint);

    assertThat(taken(OUTWORK, key, field)).isEqualTo(taken(CAMUNDA, key, field));
  }

  /** The result of every value, and of none, at the start and at the task. */
  private static List<String> taken(Filled engine, String key, String field) {
    engine.deploy(process(key, field, field));
    List<String> taken = new ArrayList<>();
    taken.add("shown " + attempt(() -> engine.startForm(key)));
    taken.add("nothing " + attempt(() -> engine.submitStart(key, Map.of())));
    taken.add("null " + attempt(() -> engine.submitStart(key, with(null))));
    taken.add(
        "nothing " + attempt(() -> engine.submitTask(engine.start(key, with(null)), Map.of())));
    String task = engine.start(key, Map.of());
    taken.add("text " + attempt(() -> engine.submitTask(task, with("red"))));
    for (Object value : VALUES) {
      String what = "%s '%s' ".formatted(value.getClass().getSimpleName(), value);
      String known = engine.start(key, with(value));
      taken.add(what + "sent " + attempt(() -> engine.submitStart(key, with(value))));
      taken.add(what + "known, shown " + attempt(() -> engine.taskForm(known)));
      taken.add(what + "known, not sent " + attempt(() -> engine.submitTask(known, Map.of())));
    }
    return taken;
  }

  @Test
  void fields_read_what_is_known() {
    String form =
        """
        <camunda:formField id="key" label="Key" type="string" defaultValue="k"><camunda:validation><camunda:constraint name="required"/></camunda:validation></camunda:formField>
        <camunda:formField id="first" label="First" type="long"/>
        <camunda:formField id="second" label="Second" type="string" defaultValue="${first} again"><camunda:properties><camunda:property id="hint" value="h"/></camunda:properties></camunda:formField>
        <camunda:formField id="first" label="Once more" type="string" defaultValue="x"/>
        <camunda:formField id="third" label="Of ${first}" type="string" defaultValue="${execution.processInstanceId == null}"/>
        """;

    List<String> expected = known(CAMUNDA, form);

    assertThat(known(OUTWORK, form)).isEqualTo(expected);
    assertThat(expected).anyMatch(line -> line.contains("7 again"));
  }

  private static List<String> known(Filled engine, String form) {
    engine.deploy(process("known", form, form));
    List<String> seen = new ArrayList<>();
    seen.add(attempt(() -> engine.startForm("known")));
    seen.add(attempt(() -> engine.submitStart("known", Map.of())));
    seen.add(attempt(() -> engine.submitStart("known", Map.of("first", "7"))));
    seen.add(
        attempt(() -> engine.submitStart("known", Map.of("first", 7, "key", 1, "extra", true))));
    String instance = engine.start("known", Map.of("first", 7));
    seen.add(attempt(() -> engine.taskForm(instance)));
    seen.add(attempt(() -> engine.submitTask(instance, Map.of("second", "s"))));
    seen.add(attempt(() -> engine.taskForm(engine.start("known", Map.of()))));
    return seen;
  }
}
