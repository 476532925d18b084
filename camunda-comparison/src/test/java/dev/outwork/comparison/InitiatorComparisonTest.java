package dev.outwork.comparison;

import static dev.outwork.comparison.Comparison.BOTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.identity.AuthenticatedUser;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The variable that receives the initiator of an instance. */
class InitiatorComparisonTest {
  /** start --> end, or told --> end; called by another process. */
  private static String process(String key) {
    return """
        <message id="%1$sMessage" name="%1$s"/>
        <process id="%1$s" isExecutable="true">
          <startEvent id="start" camunda:initiator="ignored"/>
          <sequenceFlow id="f1" sourceRef="start" targetRef="wait"/>
          <startEvent id="told" camunda:initiator="starter">
            <messageEventDefinition id="toldDefinition" messageRef="%1$sMessage"/>
          </startEvent>
          <sequenceFlow id="f2" sourceRef="told" targetRef="wait"/>
          <task id="wait"/>
        </process>
        """
        .formatted(key);
  }

  private static void authenticate(String user) {
    BOTH.camunda().engine().getIdentityService().setAuthenticatedUserId(user);
    AuthenticatedUser.set(user);
  }

  @AfterEach
  void nobodyCallsAnyMore() {
    BOTH.camunda().engine().getIdentityService().clearAuthentication();
    AuthenticatedUser.clear();
  }

  @Test
  void the_initiator_is_null_without_a_user() {
    Course course =
        BOTH.sameCourse(process("initiator-none"), engine -> engine.start("initiator-none"));

    assertThat(course.variables()).isEqualTo(Map.of("starter", "null"));
  }

  @Test
  void a_user_starts() {
    authenticate("mary");

    Course course =
        BOTH.sameCourse(process("initiator-user"), engine -> engine.start("initiator-user"));

    assertThat(course.variables()).isEqualTo(Map.of("starter", "mary"));
  }

  @Test
  void a_given_variable_takes_precedence() {
    authenticate("mary");

    BOTH.sameCourse(
        process("initiator-given"),
        engine -> engine.start("initiator-given", Map.of("starter", "joe", "ignored", "x")));
  }

  @Test
  void a_called_process_has_the_same_initiator() {
    authenticate("mary");

    Course course =
        BOTH.sameCourse(
            process("initiator-called")
                + """
                  <process id="initiator-caller" isExecutable="true">
                    <startEvent id="begin"/>
                    <sequenceFlow id="c1" sourceRef="begin" targetRef="call"/>
                    <callActivity id="call" calledElement="initiator-called">
                      <extensionElements><camunda:out source="starter" target="calledBy"/></extensionElements>
                    </callActivity>
                  </process>
                  """,
            engine -> engine.start("initiator-caller"));

    assertThat(course.variables()).isEqualTo(Map.of("calledBy", "mary"));
  }
}
