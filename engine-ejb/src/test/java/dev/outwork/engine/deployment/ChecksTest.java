package dev.outwork.engine.deployment;

import static dev.outwork.engine.deployment.Documents.process;
import static dev.outwork.engine.deployment.Documents.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.deployment.DeploymentCheck;
import dev.outwork.api.deployment.DeploymentCheck.ResourceCheck;
import dev.outwork.api.deployment.DeploymentCheck.Topic;
import dev.outwork.api.deployment.ParseException.Problem;
import dev.outwork.api.deployment.Resource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChecksTest {
  @Test
  void a_model_that_would_be_taken_has_its_keys_and_topics() {
    DeploymentCheck check =
        Checks.of(List.of(process("bill", ""), resource("notes.txt", "x")), false);

    assertThat(check.isDeployable()).isTrue();
    assertThat(check.resources()).extracting(ResourceCheck::name).containsExactly("bill.bpmn");
    ResourceCheck bill = check.resources().get(0);
    assertThat(bill.processDefinitionKeys()).containsExactly("bill");
    assertThat(bill.topics()).extracting(Topic::topicName).containsExactly("work");
    assertThat(bill.errors()).isEmpty();
  }

  @Test
  void all_files_are_told_of_what_a_deployment_would_say_of_the_first() {
    DeploymentCheck check =
        Checks.of(
            List.of(
                resource("one.bpmn", "no xml"),
                process("bill", ""),
                resource("two.bpmn", "<x/>"),
                new Resource("bill.bpmn20.xml", process("bill", "").content())),
            false);

    assertThat(check.isDeployable()).isFalse();
    assertThat(check.resources())
        .extracting(resource -> resource.errors().size())
        .containsExactly(1, 0, 1, 1);
    assertThat(check.resources().get(3).errors())
        .extracting(Problem::message)
        .containsExactly(
            "Process 'bill' is in 'bill.bpmn' and in 'bill.bpmn20.xml': a key can be deployed only once in a deployment");
    assertThat(check.resources().get(3).processDefinitionKeys()).isEmpty();
  }

  @Test
  void code_has_topics_if_it_is_to_become_one() {
    String external = "camunda:type=\"external\" camunda:topic=\"work\"";
    String model = new String(process("bill", "").content(), StandardCharsets.UTF_8);
    Resource code =
        resource("bill.bpmn", model.replace(external, "camunda:class=\"com.acme.Bill\""));

    assertThat(Checks.of(List.of(code), false).isDeployable()).isFalse();
    assertThat(Checks.of(List.of(code), true).resources().get(0).topics())
        .extracting(Topic::topicName)
        .containsExactly("com.acme.Bill");
  }
}
