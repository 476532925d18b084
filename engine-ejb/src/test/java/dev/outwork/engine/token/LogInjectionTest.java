package dev.outwork.engine.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.Resource;
import dev.outwork.engine.deployment.Deployer;
import dev.outwork.engine.testkit.LogLines;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import dev.outwork.testkit.TestWorker;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;

/** Texts of clients in the log: none of them begins a line of its own. */
class LogInjectionTest {
  private static final String FORGED = "x\nWARNING: the disk is full\u001b[2J";
  private static final String HARMLESS = "x_WARNING: the disk is full_[2J";

  private static final String LOOPING =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="http://test">
        <process id="looping" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="on" sourceRef="start" targetRef="task"/>
          <userTask id="task"><standardLoopCharacteristics/></userTask>
        </process>
      </definitions>
      """;

  private static TestEngine engine;

  @BeforeAll
  static void startEngine() {
    engine = TestEngine.on(TestDatabase.H2);
  }

  @AfterAll
  static void stopEngine() {
    engine.close();
  }

  @Test
  void the_name_of_a_file_is_in_one_line() {
    try (LogLines log = new LogLines(Deployer.class)) {
      engine
          .repository()
          .createDeployment(
              new DeploymentRequest(
                  null,
                  null,
                  null,
                  false,
                  false,
                  List.of(
                      new Resource(FORGED + ".bpmn", LOOPING.getBytes(StandardCharsets.UTF_8)))));

      assertThat(log.next())
          .anyMatch(line -> line.startsWith("'" + HARMLESS + ".bpmn', line "))
          .noneMatch(line -> line.contains("\n"));
    }
  }

  @Test
  void the_code_of_an_error_is_in_one_line() {
    engine.deploy(
        Bpmn.createExecutableProcess("raising")
            .startEvent()
            .serviceTask("work")
            .operatonExternalTask("raising")
            .endEvent()
            .done());
    engine.start("raising");
    TestWorker worker = engine.worker("worker");
    try (LogLines log = new LogLines(Catchers.class)) {
      worker.raises(worker.fetchesOne("raising"), FORGED);

      assertThat(log.next())
          .singleElement()
          .asString()
          .contains("'" + HARMLESS + "'")
          .doesNotContain("\n");
    }
  }
}
