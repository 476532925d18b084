package dev.outwork.comparison;

import static dev.outwork.comparison.Comparison.BOTH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Event sub-processes that compensate the sub-process around them. */
class CompensationComparisonTest {
  /**
   * start --> trip [ in --> book (external) --> booked; compensated: tell (external) --> OF_TELL ]
   * --> check (external) --> undo (compensation) --> after (external) --> end; book is undone by
   * cancel (external).
   */
  private static String trip(String key, String loop, String ofTell, String activityRef) {
    return """
        <error id="failed" errorCode="F"/>
        <process id="%1$s" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="f1" sourceRef="start" targetRef="trip"/>
          <subProcess id="trip">
            <extensionElements>
              <camunda:inputOutput>
                <camunda:inputParameter name="guest">${name}</camunda:inputParameter>
              </camunda:inputOutput>
            </extensionElements>
            %2$s
            <startEvent id="in"/>
            <sequenceFlow id="g1" sourceRef="in" targetRef="book"/>
            <serviceTask id="book" camunda:type="external" camunda:topic="%1$s-book"/>
            <boundaryEvent id="onBook" attachedToRef="book"><compensateEventDefinition id="d1"/></boundaryEvent>
            <serviceTask id="cancel" isForCompensation="true" camunda:type="external" camunda:topic="%1$s-cancel"/>
            <sequenceFlow id="g2" sourceRef="book" targetRef="booked"/>
            <endEvent id="booked"/>
            <subProcess id="regret" triggeredByEvent="true">
              <startEvent id="regretted"><compensateEventDefinition id="d2"/></startEvent>
              <sequenceFlow id="h1" sourceRef="regretted" targetRef="tell"/>
              <serviceTask id="tell" camunda:type="external" camunda:topic="%1$s-tell">
                <extensionElements>
                  <camunda:inputOutput>
                    <camunda:outputParameter name="told">${guest}</camunda:outputParameter>
                  </camunda:inputOutput>
                </extensionElements>
              </serviceTask>
              <sequenceFlow id="h2" sourceRef="tell" targetRef="told"/>
              %3$s
            </subProcess>
            <association id="a1" sourceRef="onBook" targetRef="cancel" associationDirection="One"/>
          </subProcess>
          <sequenceFlow id="f2" sourceRef="trip" targetRef="check"/>
          <serviceTask id="check" camunda:type="external" camunda:topic="%1$s-check"/>
          <sequenceFlow id="f3" sourceRef="check" targetRef="undo"/>
          <intermediateThrowEvent id="undo"><compensateEventDefinition id="d3" %4$s/></intermediateThrowEvent>
          <sequenceFlow id="f4" sourceRef="undo" targetRef="after"/>
          <serviceTask id="after" camunda:type="external" camunda:topic="%1$s-after"/>
          <sequenceFlow id="f5" sourceRef="after" targetRef="end"/>
          <endEvent id="end"/>
        </process>
        """
        .formatted(key, loop, ofTell, activityRef);
  }

  /** Camunda's history has the variables that the handler sees among those of the instance. */
  private static final Set<String> SNAPSHOT =
      Set.of(
          "guest", "loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");

  private static final String ENDS = "<endEvent id='told'/>";
  private static final String UNDOES =
      "<endEvent id='told'><compensateEventDefinition id='d4'/></endEvent>";
  private static final String UNDOES_ONE =
      "<endEvent id='told'><compensateEventDefinition id='d4' activityRef='book'/></endEvent>";

  @ParameterizedTest
  @CsvSource({
    "ends, ''",
    "ends, activityRef='trip'",
    "undoes, ''",
    "undoesOne, ''",
  })
  void a_sub_process_is_compensated_by_the_event_sub_process_inside_it(
      String ending, String activityRef) {
    String key = "trip-" + ending + (activityRef.isEmpty() ? "" : "-one");
    String ofTell = Map.of("ends", ENDS, "undoes", UNDOES, "undoesOne", UNDOES_ONE).get(ending);

    Course course =
        BOTH.sameCourse(
            trip(key, "", ofTell, activityRef),
            SNAPSHOT,
            engine -> {
              String id = engine.start(key, Map.of("name", "ann"));
              engine.complete(key + "-book", Map.of("name", "bob"));
              engine.complete(key + "-check");
              engine.complete(key + "-tell");
              if (!ending.equals("ends")) {
                engine.complete(key + "-cancel");
              }
              engine.complete(key + "-after");
              return id;
            });

    assertThat(course.state()).isEqualTo("COMPLETED");
    assertThat(course.variables()).containsEntry("told", "ann");
    assertThat(course.activities().contains("cancel")).isEqualTo(!ending.equals("ends"));
  }

  @Test
  void each_instance_of_a_multi_instance_sub_process_is_compensated() {
    String key = "trips";
    String twice =
        "<multiInstanceLoopCharacteristics isSequential='true'><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>";

    Course course =
        BOTH.sameCourse(
            trip(key, twice, ENDS, "").replace("-tell\"", "-tell-${guest}\""),
            SNAPSHOT,
            engine -> {
              String id = engine.start(key, Map.of("name", "ann"));
              engine.complete(key + "-book", Map.of("name", "bob"));
              engine.complete(key + "-book");
              engine.complete(key + "-check");
              engine.complete(key + "-tell-ann");
              engine.complete(key + "-tell-bob");
              engine.complete(key + "-after");
              return id;
            });

    assertThat(course.activities().stream().filter("regret"::equals)).hasSize(2);
  }

  @Test
  void a_handler_without_an_association_never_starts() {
    Course course =
        BOTH.sameCourse(
            """
            <process id="alone" isExecutable="true">
              <startEvent id="start"/>
              <sequenceFlow id="f1" sourceRef="start" targetRef="book"/>
              <task id="book"><standardLoopCharacteristics id="loop" loopMaximum="3"/></task>
              <boundaryEvent id="onBook" attachedToRef="book"><compensateEventDefinition id="d1"/></boundaryEvent>
              <task id="cancel" isForCompensation="true"/>
              <sequenceFlow id="f2" sourceRef="book" targetRef="undo"/>
              <endEvent id="undo"><compensateEventDefinition id="d2"/></endEvent>
            </process>
            """,
            engine -> engine.start("alone"));

    assertThat(course.activities()).isEqualTo(List.of("book", "start", "undo"));
  }
}
