package dev.outwork.engine.bpmn.reader;

import static dev.outwork.engine.bpmn.reader.Drawing.definitions;
import static dev.outwork.engine.bpmn.reader.Drawing.process;
import static dev.outwork.engine.bpmn.reader.Drawing.readAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.outwork.api.deployment.ParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reader treats every element as docs/bpmn.md documents. */
class BpmnDocumentationTest {
  private static final String START = "<startEvent id=\"start\"/>";
  private static final String TWICE = "<loopCardinality>2</loopCardinality>";

  /** The smallest document with each element; what is not here stands in a process by itself. */
  private static final Map<String, String> DOCUMENTS =
      new TreeMap<>(
          Map.ofEntries(
              document("process", process(START)),
              document(
                  "sequenceFlow",
                  process(START + "<endEvent id=\"end\"/>" + Drawing.flow("f", "start", "end"))),
              node(
                  "serviceTask", "<serviceTask id='n' camunda:type='external' camunda:topic='t'/>"),
              node("sendTask", "<sendTask id='n' camunda:type='external' camunda:topic='t'/>"),
              node(
                  "businessRuleTask",
                  "<businessRuleTask id='n' camunda:type='external' camunda:topic='t'/>"),
              node("callActivity", "<callActivity id='n' calledElement='c'/>"),
              node("subProcess", "<subProcess id='n'><startEvent id='s'/></subProcess>"),
              node(
                  "subProcess triggeredByEvent",
                  "<subProcess id='n' triggeredByEvent='true'><startEvent id='s'><errorEventDefinition/></startEvent></subProcess>"),
              node("transaction", "<transaction id='n'><startEvent id='s'/></transaction>"),
              node(
                  "multiInstanceLoopCharacteristics",
                  "<task id='n'><multiInstanceLoopCharacteristics>"
                      + TWICE
                      + "</multiInstanceLoopCharacteristics></task>"),
              node(
                  "standardLoopCharacteristics",
                  "<task id='n'><standardLoopCharacteristics/></task>"),
              node(
                  "isForCompensation",
                  "<task id='n' isForCompensation='true'/><task id='t'/>"
                      + "<boundaryEvent id='b' attachedToRef='t'><compensateEventDefinition/></boundaryEvent>"
                      + "<association id='a' sourceRef='b' targetRef='n'/>"),
              node(
                  "eventBasedGateway",
                  "<eventBasedGateway id='n'/><intermediateCatchEvent id='e'><timerEventDefinition><timeDuration>PT1M</timeDuration>"
                      + "</timerEventDefinition></intermediateCatchEvent><sequenceFlow id='f' sourceRef='n' targetRef='e'/>"),
              node(
                  "intermediateCatchEvent",
                  "<intermediateCatchEvent id='n'><linkEventDefinition name='l'/></intermediateCatchEvent>"),
              node(
                  "boundaryEvent",
                  "<task id='t'/><boundaryEvent id='n' attachedToRef='t'><errorEventDefinition/></boundaryEvent>"),
              document("startEvent", process(START)),
              node(
                  "eventDefinitionRef",
                  "<intermediateThrowEvent id='n'><eventDefinitionRef>e</eventDefinitionRef></intermediateThrowEvent>"),
              node("association", "<association id='n' sourceRef='start' targetRef='start'/>"),
              beside("import", "<import namespace='x' location='x' importType='x'/>"),
              beside("collaboration", "<collaboration id='n'/>"),
              beside("choreography", "<choreography id='n'/>"),
              beside("dataStore", "<dataStore id='n'/>"),
              beside("itemDefinition", "<itemDefinition id='n'/>"),
              beside(
                  "interface",
                  "<interface id='n' name='i'><operation id='o' name='o'><inMessageRef>m</inMessageRef></operation></interface>"),
              beside("resource", "<resource id='n' name='r'/>"),
              beside("partnerEntity", "<partnerEntity id='n'/>"),
              beside("partnerRole", "<partnerRole id='n'/>"),
              beside("endPoint", "<endPoint id='n'/>"),
              beside("category", "<category id='n'/>"),
              beside("extension", "<extension/>"),
              Map.entry(
                  "relationship",
                  definitions(
                      "<process id=\"p\" isExecutable=\"true\">"
                          + START
                          + "</process><relationship type='t'><source>s</source><target>t</target></relationship>")),
              beside(
                  "timerEventDefinition",
                  "<timerEventDefinition id='n'><timeDuration>never</timeDuration></timerEventDefinition>"),
              beside("errorEventDefinition", "<errorEventDefinition id='n'/>"),
              document(
                  "ioSpecification",
                  process("<ioSpecification><inputSet/><outputSet/></ioSpecification>" + START)),
              document(
                  "ioBinding",
                  process(
                      "<ioSpecification><dataInput id='i'/><dataOutput id='o'/><inputSet id='is'/><outputSet id='os'/></ioSpecification>"
                          + "<ioBinding operationRef='o' inputDataRef='is' outputDataRef='os'/>"
                          + START)),
              document(
                  "supportedInterfaceRef",
                  process("<supportedInterfaceRef>i</supportedInterfaceRef>" + START)),
              document("supports", process(START + "<supports>p</supports>")),
              document(
                  "correlationSubscription",
                  process(START + "<correlationSubscription correlationKeyRef='k'/>")),
              beside("globalConversation", "<globalConversation id='n'/>"),
              beside(
                  "correlationProperty",
                  "<correlationProperty id='n'><correlationPropertyRetrievalExpression messageRef='m'><messagePath>p</messagePath></correlationPropertyRetrievalExpression></correlationProperty>")));

  private static final Set<String> FIRST_IN_A_PROCESS =
      Set.of("documentation", "auditing", "monitoring", "laneSet");

  /** Where an event can stand; D is its definition. */
  private static final Map<String, String> POSITIONS =
      Map.of(
          "Start of a process", "<startEvent id='n'>D</startEvent>",
          "Start of an event sub-process",
              START
                  + "<subProcess id='o'><startEvent id='in'/>"
                  + "<subProcess id='s' triggeredByEvent='true'><startEvent id='n'>D</startEvent></subProcess></subProcess>",
          "Catch", START + "<intermediateCatchEvent id='n'>D</intermediateCatchEvent>",
          "Boundary",
              START
                  + "<transaction id='x'><startEvent id='in'/></transaction><boundaryEvent id='n' attachedToRef='x'>D</boundaryEvent>"
                  + "<task id='undo' isForCompensation='true'/>A",
          "Throw",
              START
                  + "<intermediateThrowEvent id='n'>D</intermediateThrowEvent>"
                  + "<intermediateCatchEvent id='land'><linkEventDefinition name='l'/></intermediateCatchEvent>",
          "End",
              START
                  + "<transaction id='x'><startEvent id='in'/><endEvent id='n'>D</endEvent></transaction>"
                  + "<boundaryEvent id='b' attachedToRef='x'><cancelEventDefinition/></boundaryEvent>");

  private static final Map<String, String> DEFINITIONS =
      Map.ofEntries(
          Map.entry("None", ""),
          Map.entry("Message", "<messageEventDefinition messageRef='paid' EXTERNAL/>"),
          Map.entry(
              "Timer",
              "<timerEventDefinition><timeDuration>PT1M</timeDuration></timerEventDefinition>"),
          Map.entry("Signal", "<signalEventDefinition signalRef='stop'/>"),
          Map.entry(
              "Conditional",
              "<conditionalEventDefinition><condition xsi:type='tFormalExpression'>${a}</condition></conditionalEventDefinition>"),
          Map.entry("Error", "<errorEventDefinition errorRef='late'/>"),
          Map.entry("Escalation", "<escalationEventDefinition escalationRef='up'/>"),
          Map.entry("Compensation", "<compensateEventDefinition/>"),
          Map.entry("Cancel", "<cancelEventDefinition/>"),
          Map.entry("Link", "<linkEventDefinition name='l'/>"),
          Map.entry("Terminate", "<terminateEventDefinition/>"));

  private static Map.Entry<String, String> document(String element, String document) {
    return Map.entry(element, document);
  }

  private static Map.Entry<String, String> node(String element, String xml) {
    return Map.entry(element, process(START + xml));
  }

  private static Map.Entry<String, String> beside(String element, String xml) {
    return Map.entry(
        element,
        definitions(xml + "<process id=\"p\" isExecutable=\"true\">" + START + "</process>"));
  }

  @Test
  void every_element_is_treated_as_the_table_says() throws IOException {
    for (List<String> row : rowsAfter("## Elements")) {
      String says = row.get(2);
      assertThat(says).isIn("executed", "refused", "ignored");
      for (String element : words(row.get(1))) {
        String document = DOCUMENTS.getOrDefault(element, byItself(element));
        assertThat(isRead(document)).as(element).isEqualTo(!says.equals("refused"));
      }
    }
  }

  @Test
  void a_problem_names_the_element_itself() throws IOException {
    for (List<String> row : rowsAfter("## Elements")) {
      if (row.get(2).equals("refused")) {
        for (String element : words(row.get(1))) {
          String document = DOCUMENTS.getOrDefault(element, byItself(element));
          assertThat(Drawing.messages(document))
              .as(element)
              .anySatisfy(message -> assertThat(message).contains("not supported: "));
        }
      }
    }
  }

  @Test
  void every_flow_node_is_in_the_table() throws IOException {
    Set<String> told = new HashSet<>();
    rowsAfter("## Elements").forEach(row -> told.addAll(words(row.get(1))));

    assertThat(told).containsAll(Whitelist.FLOW_NODE_KINDS).containsAll(DOCUMENTS.keySet());
  }

  @Test
  void every_event_is_executed_where_the_table_says() throws IOException {
    List<List<String>> rows = rowsAfter("### Events");
    List<String> columns = headAfter("### Events");
    assertThat(rows)
        .extracting(row -> row.get(0))
        .containsExactlyInAnyOrderElementsOf(DEFINITIONS.keySet());
    assertThat(columns.subList(2, columns.size()))
        .containsExactlyInAnyOrderElementsOf(POSITIONS.keySet());

    for (List<String> row : rows) {
      for (int i = 2; i < columns.size(); i++) {
        assertThat(row.get(i)).isIn("yes", "no");
        assertThat(isRead(event(row.get(0), columns.get(i))))
            .as("%s, %s", row.get(0), columns.get(i))
            .isEqualTo(row.get(i).equals("yes"));
      }
    }
  }

  private static String event(String definition, String position) {
    boolean external = position.equals("Throw") || position.equals("End");
    boolean compensation = definition.equals("Compensation");
    String xml =
        DEFINITIONS
            .get(definition)
            .replace("EXTERNAL", external ? "camunda:type='external' camunda:topic='t'" : "");
    String process =
        POSITIONS
            .get(position)
            .replace("D</", xml + "</")
            .replace("<task id='undo' isForCompensation='true'/>A", compensation ? UNDO : "");
    return Drawing.withDeclarations(process(process));
  }

  private static final String UNDO =
      "<task id='undo' isForCompensation='true'/><association id='a' sourceRef='n' targetRef='undo'/>";

  private static String byItself(String element) {
    boolean global = element.startsWith("global");
    String xml = "<%s id='n'/>".formatted(element);
    if (FIRST_IN_A_PROCESS.contains(element)) {
      return process(xml + START);
    }
    return global
        ? definitions("<process id='p' isExecutable='true'>" + START + "</process>" + xml)
        : process(START + xml);
  }

  private static boolean isRead(String document) {
    Throwable refused = catchThrowable(() -> readAll(document));
    assertThat(refused == null || refused instanceof ParseException).as("%s", refused).isTrue();
    return refused == null;
  }

  private static List<String> words(String cell) {
    return Pattern.compile("`([^`]+)`")
        .matcher(cell)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private static List<String> headAfter(String heading) throws IOException {
    return cells(tableAfter(heading).findFirst().orElseThrow());
  }

  private static List<List<String>> rowsAfter(String heading) throws IOException {
    return tableAfter(heading).skip(2).map(BpmnDocumentationTest::cells).toList();
  }

  private static Stream<String> tableAfter(String heading) throws IOException {
    return Files.readAllLines(Path.of("..", "docs", "bpmn.md")).stream()
        .dropWhile(line -> !line.equals(heading))
        .dropWhile(line -> !line.startsWith("|"))
        .takeWhile(line -> line.startsWith("|"));
  }

  private static List<String> cells(String line) {
    String[] cells = line.substring(1).split("\\|");
    return Stream.of(cells).map(String::strip).toList();
  }
}
