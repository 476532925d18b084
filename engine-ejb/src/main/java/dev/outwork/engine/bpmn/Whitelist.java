package dev.outwork.engine.bpmn;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a document may contain: everything else is refused, so that nothing is silently left out of
 * a process.
 *
 * <p>A kind of element with a rule may have the attributes ({@code @}) and children of its rule;
 * {@code @name=value} allows one value only, the one by which the attribute changes nothing. A
 * child without a rule is descriptive: it is not looked into.
 */
final class Whitelist {
  private static final String BASE =
      "@id documentation extensionElements camunda:properties @camunda:modelerTemplate @camunda:modelerTemplateVersion";

  // No job is ever made around a node, so nothing is left for a job's priority or exclusiveness to
  // act upon.
  private static final String JOBS =
      " @camunda:async=false @camunda:asyncBefore=false @camunda:asyncAfter=false @camunda:exclusive @camunda:jobPriority";

  private static final String NODE =
      BASE + JOBS + " @name auditing monitoring categoryValueRef incoming outgoing";
  private static final String DATA =
      " property ioSpecification dataInput dataOutput dataInputAssociation dataOutputAssociation inputSet outputSet";
  private static final String ACTIVITY =
      NODE
          + DATA
          + " @default @isForCompensation=false @startQuantity=1 @completionQuantity=1 camunda:inputOutput";
  private static final String EXTERNAL =
      " @camunda:type @camunda:topic @camunda:taskPriority camunda:errorEventDefinition";
  private static final String ARTIFACTS =
      " textAnnotation association group dataObject dataObjectReference dataStoreReference laneSet";
  private static final String FLOW_NODES =
      " startEvent endEvent intermediateThrowEvent boundaryEvent task manualTask serviceTask sendTask businessRuleTask"
          + " exclusiveGateway parallelGateway subProcess";
  private static final String SCOPE = ARTIFACTS + FLOW_NODES + " sequenceFlow";

  /** Flow nodes, supported or not. */
  private static final Set<String> FLOW_NODE_KINDS =
      Set.of(
          (FLOW_NODES
                  + " scriptTask userTask receiveTask callActivity transaction adHocSubProcess intermediateCatchEvent"
                  + " implicitThrowEvent inclusiveGateway complexGateway eventBasedGateway subChoreography"
                  + " choreographyTask callChoreography event")
              .strip()
              .split(" "));

  private static final Map<String, Rule> RULES = new HashMap<>();

  static {
    rule(
        "definitions",
        "@id @name @targetNamespace @expressionLanguage @typeLanguage @exporter @exporterVersion documentation"
            + " extensionElements @camunda:diagramRelationId process collaboration category dataStore message error"
            + " signal escalation itemDefinition interface resource partnerEntity partnerRole endPoint");
    rule(
        "process",
        BASE
            + SCOPE
            + " @name @isExecutable @processType @isClosed @definitionalCollaborationRef auditing monitoring property"
            + " @camunda:taskPriority @camunda:jobPriority @camunda:versionTag @camunda:historyTimeToLive"
            + " @camunda:isStartableInTasklist");
    rule("subProcess", ACTIVITY + SCOPE + " @triggeredByEvent=false");
    rule(
        "sequenceFlow",
        BASE + " @name @sourceRef @targetRef @isImmediate auditing monitoring conditionExpression");
    rule("conditionExpression", "@id @language @evaluatesToTypeRef");

    rule("startEvent", NODE + DATA + " @isInterrupting=true @parallelMultiple=false");
    rule("endEvent", NODE + DATA + " messageEventDefinition camunda:inputOutput");
    rule("intermediateThrowEvent", NODE + DATA + " messageEventDefinition camunda:inputOutput");
    rule(
        "boundaryEvent",
        NODE
            + DATA
            + " @attachedToRef @cancelActivity=true @parallelMultiple=false errorEventDefinition");
    rule("messageEventDefinition", BASE + EXTERNAL + " @messageRef");
    rule(
        "errorEventDefinition",
        BASE + " @errorRef @camunda:errorCodeVariable @camunda:errorMessageVariable");

    rule("task", ACTIVITY);
    rule("manualTask", ACTIVITY);
    rule("serviceTask", ACTIVITY + EXTERNAL + " @implementation");
    rule("sendTask", ACTIVITY + EXTERNAL + " @implementation @messageRef");
    rule("businessRuleTask", ACTIVITY + EXTERNAL + " @implementation");

    rule("exclusiveGateway", NODE + " @gatewayDirection @default");
    rule("parallelGateway", NODE + " @gatewayDirection");

    String association = BASE + " sourceRef targetRef";
    rule("dataInputAssociation", association);
    rule("dataOutputAssociation", association);

    rule("error", BASE + " @name @errorCode @structureRef @camunda:errorMessage");

    rule("camunda:properties", "camunda:property");
    rule("camunda:property", "@id @name @value");
    rule("camunda:inputOutput", "camunda:inputParameter camunda:outputParameter");
    rule("camunda:inputParameter", "@name");
    rule("camunda:outputParameter", "@name");
    rule(
        "camunda:errorEventDefinition",
        "@id @errorRef @expression @errorCodeVariable @errorMessageVariable"
            + " @camunda:errorRef @camunda:expression @camunda:errorCodeVariable @camunda:errorMessageVariable");
  }

  /** What an element of one kind may have. */
  static final class Rule {
    private final Map<String, String> attributes = new HashMap<>();
    private final Set<String> children = new HashSet<>();

    private Rule(String words) {
      Arrays.stream(words.split(" ")).forEach(this::allow);
    }

    private void allow(String word) {
      if (!word.startsWith("@")) {
        children.add(word);
        return;
      }
      String[] nameAndValue = word.substring(1).split("=");
      attributes.put(nameAndValue[0], nameAndValue.length > 1 ? nameAndValue[1] : "");
    }

    boolean knows(Element.Attribute attribute) {
      return attributes.containsKey(attribute.key());
    }

    /** Whether the attribute has a value that changes nothing, or any value is allowed. */
    boolean allowsValueOf(Element.Attribute attribute) {
      String only = attributes.get(attribute.key());
      String value = normal(attribute.value());
      return only.isEmpty() || only.equals(value) || (only.equals("true") && value.equals("1"));
    }

    boolean allows(Element child) {
      return children.contains(child.kind());
    }
  }

  private Whitelist() {}

  private static void rule(String kind, String words) {
    RULES.put(kind, new Rule(words));
  }

  /** Empty for what is descriptive. */
  static Optional<Rule> ruleOf(Element element) {
    return Optional.ofNullable(RULES.get(element.kind()));
  }

  /** Whether a token can be at this element, be it supported or not. */
  static boolean isFlowNode(Element element) {
    return FLOW_NODE_KINDS.contains(element.kind());
  }

  private static String normal(String value) {
    String stripped = value.strip();
    return switch (stripped.toLowerCase(Locale.ROOT)) {
      case "false", "0" -> "false";
      case "true" -> "true";
      default -> stripped;
    };
  }
}
