package dev.outwork.comparison;

import static dev.outwork.comparison.Comparison.BOTH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tenant of a called instance. */
class TenantComparisonTest {
  private static final Operated CAMUNDA = new OperatedCamunda(BOTH.camunda().engine());
  private static final Operated OUTWORK = new OperatedOutwork(BOTH.outwork().engine());

  private static String calling(String key, String calledKey, String attribute) {
    return Comparison.document(
        """
        <process id="%s" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="f1" sourceRef="start" targetRef="call"/>
          <callActivity id="call" calledElement="%s" %s/>
        </process>
        """
            .formatted(key, calledKey, attribute));
  }

  private static String working(String key) {
    return Comparison.document(
        """
        <message id="m" name="m"/>
        <process id="%s" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="f1" sourceRef="start" targetRef="fork"/>
          <parallelGateway id="fork"/>
          <sequenceFlow id="f2" sourceRef="fork" targetRef="work"/>
          <serviceTask id="work" camunda:type="external" camunda:topic="work"/>
          <sequenceFlow id="f3" sourceRef="fork" targetRef="talk"/>
          <userTask id="talk"/>
          <sequenceFlow id="f4" sourceRef="fork" targetRef="soon"/>
          <userTask id="soon" camunda:asyncBefore="true"/>
          <sequenceFlow id="f5" sourceRef="fork" targetRef="hear"/>
          <receiveTask id="hear" messageRef="m"/>
        </process>
        """
            .formatted(key));
  }

  /** caller calls middle, which calls leaf; each belongs to a tenant or, without one, to all. */
  @ParameterizedTest
  @CsvSource({
    "ann, ann, ann, '', ''",
    "ann, , , '', ''",
    "ann, , , ${null}, ''",
    "ann, , ann, ${null}, ''",
    "ann, , ann, ${null}, ${execution.tenantId}",
    "ann, , bob, ${null}, bob",
    "ann, , , ${null}, ${null}",
    "ann, bob, bob, bob, ''",
    "ann, bob, , bob, ${null}",
    ", bob, , bob, ${null}",
    ", , , '', ''"
  })
  void it_is_called(
      String caller, String middle, String leaf, String middleTenantId, String leafTenantId) {
    List<String> expected = seen(CAMUNDA, caller, middle, leaf, middleTenantId, leafTenantId);

    assertThat(seen(OUTWORK, caller, middle, leaf, middleTenantId, leafTenantId))
        .isEqualTo(expected);
  }

  private static List<String> seen(
      Operated engine,
      String caller,
      String middle,
      String leaf,
      String middleTenantId,
      String leafTenantId) {
    String key =
        "tenants"
            + Integer.toHexString(
                List.of(
                        String.valueOf(caller),
                        String.valueOf(middle),
                        String.valueOf(leaf),
                        middleTenantId,
                        leafTenantId)
                    .hashCode());
    engine.deploy(working("leaf-" + key), leaf);
    engine.deploy(calling("middle-" + key, "leaf-" + key, attribute(leafTenantId)), middle);
    engine.deploy(calling("caller-" + key, "middle-" + key, attribute(middleTenantId)), caller);

    List<String> seen = new ArrayList<>();
    try {
      String outer = engine.start("caller-" + key, caller);
      String inner = engine.calledBy(outer);
      seen.addAll(engine.tenants(inner));
      seen.addAll(engine.tenants(engine.calledBy(inner)));
    } catch (RuntimeException e) {
      seen.add("refused");
    }
    return seen;
  }

  private static String attribute(String tenantId) {
    return "camunda:calledElementTenantId=\"%s\"".formatted(tenantId);
  }
}
