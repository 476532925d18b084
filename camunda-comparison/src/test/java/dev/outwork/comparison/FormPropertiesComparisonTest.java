package dev.outwork.comparison;

import static dev.outwork.comparison.Comparison.BOTH;
import static dev.outwork.comparison.Filled.attempt;
import static dev.outwork.comparison.Filled.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code camunda:formProperty}: what is shown, what is refused, and which variables are set. */
class FormPropertiesComparisonTest {
  private static final Filled CAMUNDA = new FilledCamunda(BOTH.camunda().engine());
  private static final Filled OUTWORK = new FilledOutwork(BOTH.outwork().engine());

  // It logs a stack trace for each refusal.
  private static final Logger REFUSALS = Logger.getLogger("org.camunda.bpm.engine.context");

  private static final List<Object> VALUES =
      List.of(
          "12",
          "12.5",
          "TRUE",
          "maybe",
          "",
          "red",
          "24/12/2026",
          "2026-12-24",
          12,
          12L,
          12.5,
          true);

  @BeforeAll
  static void silenceRefusals() {
    REFUSALS.setLevel(Level.OFF);
  }

  @AfterAll
  static void tellRefusalsAgain() {
    REFUSALS.setLevel(null);
  }

  /** start (form) --> check (user, form) --> rest (user) --> end */
  private static String process(String key, String form) {
    return Comparison.document(
        """
        <process id="%1$s" isExecutable="true">
          <startEvent id="start"><extensionElements>%2$s</extensionElements></startEvent>
          <sequenceFlow id="f1" sourceRef="start" targetRef="check"/>
          <userTask id="check"><extensionElements>%2$s</extensionElements></userTask>
          <sequenceFlow id="f2" sourceRef="check" targetRef="rest"/>
          <userTask id="rest"/>
          <sequenceFlow id="f3" sourceRef="rest" targetRef="end"/>
          <endEvent id="end"/>
        </process>
        """
            .formatted(key, form));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "name=\"Label of ${x}\" type=\"string\"",
        "type=\"string\" default=\"d\" required=\"yes\"",
        "type=\"string\" required=\"true\"",
        "required=\"true\"",
        "default=\"${3 + 4}\"",
        "default=\"\"",
        "type=\"string\" default=\"${null}\" required=\"on\"",
        "type=\"string\" writable=\"false\"",
        "type=\"string\" writable=\"no\" default=\"d\"",
        "type=\"string\" readable=\"false\"",
        "type=\"string\" variable=\"other\"",
        "type=\"string\" variable=\"other\" default=\"d\"",
        "type=\"long\"",
        "type=\"long\" default=\"7\"",
        "type=\"long\" default=\"${3 + 4}\"",
        "type=\"long\" default=\"many\"",
        "type=\"boolean\"",
        "type=\"boolean\" default=\"true\"",
        "type=\"boolean\" default=\"${1 == 2}\"",
        "type=\"date\"",
        "type=\"date\" default=\"24/12/2026\"",
        "type=\"date\" datePattern=\"yyyy-MM-dd\" required=\"true\"",
        "type=\"enum\"",
        "type=\"enum\" default=\"red\"",
        "type=\"string\" expression=\"${a}\"",
        "type=\"string\" expression=\"#{a}\" variable=\"other\"",
        "type=\"string\" expression=\"of ${a}\" writable=\"false\"",
        "type=\"long\" expression=\"${a == null ? 0 : 1}\" writable=\"false\"",
      })
  void a_property_takes(String attributes) {
    String key = "property" + Integer.toHexString(attributes.hashCode());
    String property =
        "<camunda:formProperty id=\"a\" %s><camunda:value id=\"red\" name=\"Red\"/></camunda:formProperty>"
            .formatted(attributes);

    assertThat(taken(OUTWORK, key, property)).isEqualTo(taken(CAMUNDA, key, property));
  }

  /** The result of every value, and of none, at the start and at the task. */
  private static List<String> taken(Filled engine, String key, String property) {
    engine.deploy(process(key, property));
    List<String> taken = new ArrayList<>();
    taken.add("shown " + attempt(() -> engine.startProperties(key)));
    taken.add("fields " + attempt(() -> engine.startForm(key)));
    String known = engine.start(key, with("known"));
    taken.add("nothing " + attempt(() -> engine.submitTask(known, Map.of())));
    boolean isAssigned = property.contains("expression=\"${a}\"");
    if (!isAssigned) {
      taken.add("nothing at the start " + attempt(() -> engine.submitStart(key, Map.of())));
    }
    for (Object value : VALUES) {
      String what = "%s '%s' ".formatted(value.getClass().getSimpleName(), value);
      String waiting = engine.start(key, with("known"));
      if (!isAssigned) {
        taken.add(what + "at the start " + attempt(() -> engine.submitStart(key, with(value))));
      }
      taken.add(what + "sent " + attempt(() -> engine.submitTask(waiting, with(value))));
      // Camunda 7 casts other values to the class of the type, or not, depending on the type.
      if (value instanceof String) {
        String valued = engine.start(key, with(value));
        taken.add(what + "known " + attempt(() -> engine.taskProperties(valued)));
      }
    }
    return taken;
  }
}
