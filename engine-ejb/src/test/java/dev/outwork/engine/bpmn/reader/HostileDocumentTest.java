package dev.outwork.engine.bpmn.reader;

import static dev.outwork.engine.bpmn.reader.Drawing.definitions;
import static dev.outwork.engine.bpmn.reader.Drawing.messages;
import static dev.outwork.engine.bpmn.reader.Drawing.problems;
import static dev.outwork.engine.bpmn.reader.Drawing.process;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import dev.outwork.api.deployment.ParseException;
import dev.outwork.api.deployment.ParseException.Problem;
import dev.outwork.engine.bpmn.ProcessModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileDocumentTest {
  private static final String PLAIN = process("<startEvent id=\"start\"/>");

  @Test
  void a_doctype_is_refused() {
    String document = PLAIN.replaceFirst("\n", "\n<!DOCTYPE definitions>\n");

    assertThat(problems(document))
        .containsExactly(
            new Problem("The document has a DOCTYPE, which is not allowed", 2, 22, List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE definitions SYSTEM \"http://localhost:1/x.dtd\">",
        "<!DOCTYPE definitions [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE definitions [<!ENTITY % x SYSTEM \"http://localhost:1/x.dtd\"> %x;]>",
        """
        <!DOCTYPE definitions [
          <!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
          <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;">
        ]>""",
      })
  void an_entity_is_neither_fetched_nor_expanded(String doctype) {
    String document =
        PLAIN
            .replaceFirst("\n", "\n" + doctype + "\n")
            .replace("<startEvent ", "<documentation>&f;&x;</documentation><startEvent ");

    assertThat(messages(document))
        .containsExactly("The document has a DOCTYPE, which is not allowed");
  }

  @Test
  void an_entity_without_a_doctype_is_no_xml() {
    assertThat(
            messages(
                PLAIN.replace("<startEvent ", "<documentation>&x;</documentation><startEvent ")))
        .singleElement()
        .asString()
        .startsWith("The document is not XML: ");
  }

  @Test
  void an_address_in_the_document_is_not_called() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    try {
      String address = "http://localhost:" + server.getAddress().getPort() + "/";
      String document =
          PLAIN
              .replace(
                  "<definitions ",
                  "<definitions xsi:schemaLocation=\"urn:evil "
                      + address
                      + " http://www.omg.org/spec/BPMN/20100524/MODEL "
                      + address
                      + "\" xsi:noNamespaceSchemaLocation=\""
                      + address
                      + "\" ")
              .replace(
                  "<startEvent ",
                  "<extensionElements><evil xmlns=\"urn:evil\"/></extensionElements><startEvent ")
              .replaceFirst("\n", "\n<?xml-stylesheet href=\"" + address + "\"?>\n");

      assertThat(Drawing.read(document).key()).isEqualTo("p");

      assertThat(calls).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hello", "<definitions>", "<a></b>", "<a/><b/>", "<a x='1' x='2'/>", "<p:a/>"})
  void a_document_that_is_not_xml_is_refused(String document) {
    assertThat(messages(document))
        .singleElement()
        .asString()
        .startsWith("The document is not XML: ");
  }

  @Test
  void malformed_xml_is_reported_with_its_position() {
    assertThat(problems("<a>\n <b>\n</a>"))
        .singleElement()
        .satisfies(problem -> assertThat(problem.line()).isEqualTo(3))
        .satisfies(problem -> assertThat(problem.message()).contains("\"b\" must be terminated"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<definitions/>",
        "<definitions xmlns='urn:other'/>",
        "<process xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'/>",
        "<html/>",
      })
  void a_document_that_is_not_bpmn_is_refused(String document) {
    assertThat(messages(document))
        .singleElement()
        .asString()
        .startsWith("The document is not BPMN 2.0: its outermost element is ");
  }

  @Test
  void a_document_has_a_process() {
    assertThat(messages(definitions("<message id=\"m\"/>")))
        .containsExactly("The document has no process");
  }

  @Test
  void schema_violations_are_reported_with_position_and_element() {
    String document =
        process("\n<startEvent id=\"start\"/>\n<task id=\"n\"><foo/></task>\n<task id=\"1\"/>");

    assertThat(problems(document))
        .satisfiesExactly(
            first -> {
              assertThat(first.line()).isEqualTo(5);
              assertThat(first.message())
                  .isEqualTo("Task 'n' contains foo, which is not supported");
              assertThat(first.elementIds()).containsExactly("n");
            },
            second -> {
              assertThat(second.line()).isEqualTo(5);
              assertThat(second.message())
                  .isEqualTo(
                      "Foo is not valid BPMN: Invalid content was found starting with element '{foo}'.");
              assertThat(second.elementIds()).containsExactly("n");
            },
            third -> {
              assertThat(third.line()).isEqualTo(6);
              assertThat(third.message())
                  .startsWith("Task '1' is not valid BPMN: '1' is not a valid value");
            });
  }

  @Test
  void a_reference_of_a_drawing_to_nowhere_is_reported() {
    String document =
        PLAIN.replace(
            "<startEvent ",
            "<laneSet id=\"l\"><lane id=\"a\"><flowNodeRef>nowhere</flowNodeRef></lane></laneSet><startEvent ");

    assertThat(messages(document)).singleElement().asString().contains("'nowhere'");
  }

  @Test
  void a_document_has_a_bounded_size_and_depth() {
    assertThat(messages(PLAIN + " ".repeat(4 * 1024 * 1024)))
        .singleElement()
        .asString()
        .endsWith("bytes; at most 4194304 are allowed");
    assertThat(messages("<a>".repeat(100_000)))
        .containsExactly(
            "The document has more than 100000 elements, or elements nested more than 100 deep");
    assertThat(messages("<a>" + "<b/>".repeat(100_001) + "</a>"))
        .containsExactly(
            "The document has more than 100000 elements, or elements nested more than 100 deep");
  }

  @Test
  void the_list_of_problems_is_bounded() {
    assertThat(problems(process("<scriptTask/>".repeat(5000)))).hasSize(200);
  }

  @Test
  void other_encodings_are_read() {
    String document =
        PLAIN.replace("UTF-8", "UTF-16").replace("\"start\"", "\"start\" name=\"Grüße\"");

    ProcessModel model = BpmnReader.read("x", document.getBytes(StandardCharsets.UTF_16)).get(0);

    assertThat(model.node("start").info().name()).isEqualTo("Grüße");
  }

  /** A damaged document is either read or refused: no other exception occurs. */
  @Test
  void a_damaged_document_is_read_or_refused() {
    byte[] good =
        definitions(
                """
                <error id="late" errorCode="LATE"/>
                <message id="paid" name="PAID"/>
                <escalation id="up" escalationCode="UP"/>
                <process id="p" isExecutable="true" camunda:taskPriority="5" camunda:historyTimeToLive="5">
                  <startEvent id="start"/>
                  <serviceTask id="n" default="g" camunda:type="external" camunda:topic="${t}"><extensionElements>
                    <camunda:inputOutput><camunda:inputParameter name="x">${y}</camunda:inputParameter></camunda:inputOutput>
                    <camunda:properties><camunda:property name="a" value="b"/></camunda:properties>
                    <camunda:errorEventDefinition errorRef="late" expression="${true}"/>
                  </extensionElements></serviceTask>
                  <boundaryEvent id="b" attachedToRef="n"><errorEventDefinition errorRef="late"/></boundaryEvent>
                  <boundaryEvent id="undo" attachedToRef="n"><compensateEventDefinition/></boundaryEvent>
                  <task id="handler" isForCompensation="true"/>
                  <userTask id="user"><multiInstanceLoopCharacteristics camunda:collection="all" camunda:elementVariable="one"/></userTask>
                  <eventBasedGateway id="wait"/>
                  <intermediateCatchEvent id="paidEvent"><messageEventDefinition messageRef="paid"/></intermediateCatchEvent>
                  <intermediateCatchEvent id="timer"><timerEventDefinition><timeDuration>PT1M</timeDuration></timerEventDefinition></intermediateCatchEvent>
                  <sequenceFlow id="w1" sourceRef="wait" targetRef="paidEvent"/>
                  <sequenceFlow id="w2" sourceRef="wait" targetRef="timer"/>
                  <intermediateThrowEvent id="jump"><linkEventDefinition name="l"/></intermediateThrowEvent>
                  <intermediateCatchEvent id="land"><linkEventDefinition name="l"/></intermediateCatchEvent>
                  <callActivity id="call" calledElement="other"><extensionElements><camunda:in source="a" target="b"/></extensionElements></callActivity>
                  <transaction id="sub"><startEvent id="in"/><endEvent id="cancel"><cancelEventDefinition/></endEvent></transaction>
                  <boundaryEvent id="cancelled" attachedToRef="sub"><cancelEventDefinition/></boundaryEvent>
                  <subProcess id="event" triggeredByEvent="true"><startEvent id="upped" isInterrupting="false">
                    <escalationEventDefinition escalationRef="up"/></startEvent></subProcess>
                  <endEvent id="end"><messageEventDefinition camunda:type="external" camunda:topic="t"/></endEvent>
                  <sequenceFlow id="f" sourceRef="start" targetRef="n"/>
                  <sequenceFlow id="g" sourceRef="n" targetRef="sub"/>
                  <sequenceFlow id="h" sourceRef="n" targetRef="end"><conditionExpression>${a}</conditionExpression></sequenceFlow>
                  <association id="a" sourceRef="undo" targetRef="handler"/>
                </process>
                """)
            .getBytes(StandardCharsets.UTF_8);
    String text = new String(good, StandardCharsets.UTF_8);
    assertThat(Drawing.read(text).nodes()).hasSize(20);
    String[] words = text.split("(?=[ <>\"])");
    Random random = new Random(1);
    int refused = 0;

    for (int i = 0; i < 1500; i++) {
      byte[] damaged =
          switch (i % 3) {
            case 0 -> withByteChanged(good, random);
            case 1 -> withWordDropped(words, random);
            default -> withAttributeDropped(text, random);
          };
      Throwable thrown = catchThrowable(() -> BpmnReader.read("x", damaged));
      assertThat(thrown == null || thrown instanceof ParseException)
          .as("%s from %s", thrown, new String(damaged, StandardCharsets.UTF_8))
          .isTrue();
      refused += thrown == null ? 0 : 1;
    }

    assertThat(refused).isGreaterThan(500);
  }

  private static byte[] withByteChanged(byte[] document, Random random) {
    byte[] changed = document.clone();
    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
    return changed;
  }

  private static byte[] withWordDropped(String[] words, Random random) {
    String[] left = words.clone();
    left[random.nextInt(left.length)] = "";
    return String.join("", left).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] withAttributeDropped(String document, Random random) {
    int from = random.nextInt(document.length());
    String rest = document.substring(from).replaceFirst(" [a-zA-Z:]+=\"[^\"]*\"", "");
    return (document.substring(0, from) + rest).getBytes(StandardCharsets.UTF_8);
  }
}
